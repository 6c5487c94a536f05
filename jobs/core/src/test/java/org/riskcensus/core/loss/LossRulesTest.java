package org.riskcensus.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskcensus.core.loss.LossField.AFFECTED_POPULATION;
import static org.riskcensus.core.loss.LossField.COLLAPSED_DWELLING_HOUSEHOLDS;
import static org.riskcensus.core.loss.LossField.COLLAPSED_DWELLING_ROOMS;
import static org.riskcensus.core.loss.LossField.COLLAPSED_ROOMS;
import static org.riskcensus.core.loss.LossField.CROP_AFFECTED_HA;
import static org.riskcensus.core.loss.LossField.CROP_DAMAGED_HA;
import static org.riskcensus.core.loss.LossField.CROP_LOST_HA;
import static org.riskcensus.core.loss.LossField.DEATHS;
import static org.riskcensus.core.loss.LossField.DIRECT_LOSS_WAN;
import static org.riskcensus.core.loss.LossField.DRINKING_WATER_NEED;
import static org.riskcensus.core.loss.LossField.DROUGHT_NEED;
import static org.riskcensus.core.loss.LossField.GRAIN_LOST_HA;
import static org.riskcensus.core.loss.LossField.INJURED;
import static org.riskcensus.core.loss.LossField.INJURED_SERIOUSLY;
import static org.riskcensus.core.loss.LossField.LIVESTOCK_DEAD;
import static org.riskcensus.core.loss.LossField.LIVESTOCK_LARGE_DEAD;
import static org.riskcensus.core.loss.LossField.LIVESTOCK_SMALL_DEAD;
import static org.riskcensus.core.loss.LossField.LOSS_AGRICULTURE_WAN;
import static org.riskcensus.core.loss.LossField.LOSS_HOUSING_WAN;
import static org.riskcensus.core.loss.LossField.RELOCATED;
import static org.riskcensus.core.loss.LossField.RELOCATED_CONCENTRATED;
import static org.riskcensus.core.loss.LossField.RELOCATED_CURRENT;
import static org.riskcensus.core.loss.LossField.RELOCATED_DISPERSED;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;

/** Each rule on both sides of its edge, with figures worked by hand. */
class LossRulesTest {
  private static final LossThresholds THRESHOLDS = new LossThresholds(0.01, 0.10, 1, 10, 0.01);
  private static final LossRules RULES = new LossRules(THRESHOLDS);

  /** A row just inside a rule, the same row just outside, and the rule it then breaks. */
  static Stream<Arguments> edges() {
    LossRecord crops = row(CROP_AFFECTED_HA, 120, CROP_DAMAGED_HA, 80, CROP_LOST_HA, 30);
    LossRecord relocated = row(RELOCATED_CONCENTRATED, 40, RELOCATED_DISPERSED, 60);
    LossRecord herd = row(LIVESTOCK_LARGE_DEAD, 3, LIVESTOCK_SMALL_DEAD, 20);
    return Stream.of(
        edge("E1", crops.with(CROP_LOST_HA, 80), crops.with(CROP_LOST_HA, 80.01)),
        edge("E1", crops.with(CROP_DAMAGED_HA, 120), crops.with(CROP_DAMAGED_HA, 120.5)),
        edge(
            "E1",
            row(CROP_AFFECTED_HA, 9, CROP_LOST_HA, 9),
            row(CROP_AFFECTED_HA, 9, CROP_LOST_HA, 10)),
        edge("E2", crops.with(GRAIN_LOST_HA, 30), crops.with(GRAIN_LOST_HA, 31)),
        edge(
            "E3",
            row(COLLAPSED_ROOMS, 12, COLLAPSED_DWELLING_ROOMS, 12),
            row(COLLAPSED_ROOMS, 12, COLLAPSED_DWELLING_ROOMS, 13)),
        edge("E4", sixParts(21.01), sixParts(21.02)),
        edge("E4", sixParts(20.99), sixParts(20.98)),
        edge("E5", relocated.with(RELOCATED, 100), relocated.with(RELOCATED, 99)),
        edge(
            "E6",
            row(RELOCATED, 100, RELOCATED_CURRENT, 100),
            row(RELOCATED, 100, RELOCATED_CURRENT, 101)),
        edge(
            "E7",
            row(DROUGHT_NEED, 500, DRINKING_WATER_NEED, 500),
            row(DROUGHT_NEED, 500, DRINKING_WATER_NEED, 501)),
        edge("E8", row(INJURED, 7, INJURED_SERIOUSLY, 7), row(INJURED, 7, INJURED_SERIOUSLY, 8)),
        edge("E9", herd.with(LIVESTOCK_DEAD, 23), herd.with(LIVESTOCK_DEAD, 24)),
        edge("E11", row(DEATHS, 0), row(DEATHS, -1)),
        edge("E11", row(AFFECTED_POPULATION, 12), row(AFFECTED_POPULATION, 12.5)),
        edge("E11", row(CROP_AFFECTED_HA, 12.5), row(CROP_AFFECTED_HA, -0.1)),
        edge(
            "W2",
            row(CROP_LOST_HA, 5, LOSS_AGRICULTURE_WAN, 0.01),
            row(CROP_LOST_HA, 5, LOSS_AGRICULTURE_WAN, 0)),
        edge(
            "W3",
            row(COLLAPSED_DWELLING_ROOMS, 5, RELOCATED, 1),
            row(COLLAPSED_DWELLING_ROOMS, 5, RELOCATED, 0)),
        edge(
            "W7",
            row(COLLAPSED_DWELLING_ROOMS, 30, COLLAPSED_DWELLING_HOUSEHOLDS, 3),
            row(COLLAPSED_DWELLING_ROOMS, 31, COLLAPSED_DWELLING_HOUSEHOLDS, 3)),
        edge(
            "W7",
            row(COLLAPSED_DWELLING_ROOMS, 3, COLLAPSED_DWELLING_HOUSEHOLDS, 3),
            row(COLLAPSED_DWELLING_ROOMS, 2, COLLAPSED_DWELLING_HOUSEHOLDS, 3)));
  }

  @ParameterizedTest(name = "{0}: {1} | {2}")
  @MethodSource("edges")
  void ruleFiresBeyondItsEdgeAndNotAtIt(String rule, LossRecord sound, LossRecord broken) {
    assertThat(RULES.check(sound, LossContext.UNKNOWN)).isEmpty();
    List<Finding> findings = RULES.check(broken, LossContext.UNKNOWN);
    assertThat(findings).extracting(Finding::rule).containsExactly(rule);
    Severity severity = rule.startsWith("W") ? Severity.WARNING : Severity.ERROR;
    assertThat(findings).extracting(Finding::severity).containsExactly(severity);
  }

  @Test
  void listsOfTheDeadAndMissingCountToTheTotals() {
    LossRules rules = new LossRules(new LossThresholds(0.01, 0.1, 1, 10, 0.01));
    LossRecord row = LossRecord.empty().with(LossField.DEATHS, 2).with(LossField.MISSING, 0);
    assertThat(
            rules.check(
                row.with(LossField.LISTED_DEAD, 1).with(LossField.LISTED_MISSING, 0),
                LossContext.UNKNOWN))
        .extracting(Finding::rule, Finding::field)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("E10", "deaths"));
    assertThat(rules.check(row, LossContext.UNKNOWN)).as("no list was filed").isEmpty();
  }

  @Test
  void emptyRowBreaksNoRule() {
    assertThat(RULES.check(LossRecord.empty(), new LossContext("drought", 10.0, 10.0))).isEmpty();
  }

  @Test
  void unreportedPartKeepsTheSumRuleSilent() {
    LossRecord fiveParts = LossRecord.empty().with(DIRECT_LOSS_WAN, 999);
    for (LossField part : LossField.LOSS_PARTS.subList(0, 5)) {
      fiveParts = fiveParts.with(part, 1);
    }
    assertThat(RULES.check(fiveParts, LossContext.UNKNOWN)).isEmpty();
  }

  @Test
  void totalFiledInYuanIsOneFindingWithItsProposalAndNoE4() {
    List<Finding> findings = RULES.check(sixParts(210_000), LossContext.UNKNOWN);
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("unit_slip_yuan");
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.field()).isEqualTo("direct_loss_wan");
              assertThat(finding.observed()).isEqualTo(Wording.of("210000"));
              assertThat(finding.proposal())
                  .isEqualTo(Wording.phrase("field_is", "direct_loss_wan", 21));
            });
  }

  @Test
  void totalMoreThanOnePercentFromTenThousandTimesTheSumIsE4() {
    // 21 × 10⁴ × 1.01 = 212,100 is the last slip
    assertThat(rules(sixParts(212_100))).containsExactly("unit_slip_yuan");
    assertThat(rules(sixParts(212_101))).containsExactly("E4");
    assertThat(rules(sixParts(207_900))).containsExactly("unit_slip_yuan");
    assertThat(rules(sixParts(207_899))).containsExactly("E4");
  }

  @Test
  void onePartFiledInYuanIsNamedBesideTheBrokenSum() {
    // parts 1..6 万元, total 21; the first was filed as 10,000 yuan
    LossRecord row = sixParts(21).with(LOSS_HOUSING_WAN, 10_000);
    List<Finding> findings = RULES.check(row, LossContext.UNKNOWN);
    assertThat(findings).extracting(Finding::rule).containsExactly("E4", "W6");
    assertThat(findings.get(1).proposal())
        .isEqualTo(Wording.phrase("field_is", "loss_housing_wan", 1));
  }

  @Test
  void cropAreaFifteenTimesTheAreaItIsPartOfLooksLikeMu() {
    // 80 ha damaged of 80 ha affected, the damaged area filed as 1200 mu
    LossRecord row = row(CROP_AFFECTED_HA, 80, CROP_DAMAGED_HA, 1200);
    List<Finding> findings = RULES.check(row, LossContext.UNKNOWN);
    assertThat(findings).extracting(Finding::rule).containsExactly("E1", "W6");
    assertThat(findings.get(1).proposal())
        .isEqualTo(Wording.phrase("field_is", "crop_damaged_ha", 80));
    assertThat(rules(row.with(CROP_DAMAGED_HA, 1212))).containsExactly("E1", "W6");
    assertThat(rules(row.with(CROP_DAMAGED_HA, 1212.1))).containsExactly("E1");
  }

  @Test
  void affectedAboveResidentsWarnsOnlyWhenResidentsAreKnown() {
    LossRecord row = row(AFFECTED_POPULATION, 1001);
    assertThat(RULES.check(row, new LossContext(null, 1001.0, null))).isEmpty();
    assertThat(rules(row, new LossContext(null, 1000.0, null))).containsExactly("W1");
    assertThat(RULES.check(row, LossContext.UNKNOWN)).isEmpty();
  }

  @Test
  void lossAboveATenthOfGdpWarns() {
    LossContext context = new LossContext(null, null, 50_000.0);
    assertThat(RULES.check(row(DIRECT_LOSS_WAN, 5000), context)).isEmpty();
    assertThat(rules(row(DIRECT_LOSS_WAN, 5000.01), context)).containsExactly("W4");
  }

  @Test
  void deathsInADroughtWarn() {
    LossContext drought = new LossContext("drought", null, null);
    assertThat(RULES.check(row(DEATHS, 0), drought)).isEmpty();
    assertThat(rules(row(DEATHS, 1), drought)).containsExactly("W8");
    assertThat(RULES.check(row(DEATHS, 1), new LossContext("flood", null, null))).isEmpty();
  }

  private static List<String> rules(LossRecord row) {
    return rules(row, LossContext.UNKNOWN);
  }

  private static List<String> rules(LossRecord row, LossContext context) {
    return RULES.check(row, context).stream().map(Finding::rule).toList();
  }

  private static Arguments edge(String rule, LossRecord sound, LossRecord broken) {
    return Arguments.of(rule, sound, broken);
  }

  /** The parts 1, 2, 3, 4, 5, 6 (sum 21) and a total. */
  private static LossRecord sixParts(double total) {
    LossRecord row = LossRecord.empty().with(DIRECT_LOSS_WAN, total);
    for (int i = 0; i < 6; i++) {
      row = row.with(LossField.LOSS_PARTS.get(i), i + 1);
    }
    return row;
  }

  private static LossRecord row(Object... fieldsAndValues) {
    LossRecord row = LossRecord.empty();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      row =
          row.with((LossField) fieldsAndValues[i], ((Number) fieldsAndValues[i + 1]).doubleValue());
    }
    return row;
  }
}
