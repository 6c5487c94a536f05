package org.riskcensus.pipeline.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.contract.Rules;

/** Loss rules over several rows: W1, W4, W5, W9, E12. */
class LossAuditTest {

  private static final Rules RULES = Rules.load();
  private static final String COUNTY = "370321000000";
  private static final String EAST = "370321101000";
  private static final String WEST = "370321102000";

  private static List<String> told(AuditCheck check, Judged judged) {
    return judged.find(check, RULES).stream().map(Told::line).sorted().toList();
  }

  @Test
  void moreAffectedThanResidentsIsTold() {
    Judged judged =
        new Judged()
            .row("admin_unit", null, "admin_code", EAST, "population", "1000")
            .row("statistics_yearbook", null, "year", "2024", "population", "5000")
            .row("loss_event", null, "admin_code", EAST, "affected_population", "1001")
            .row("loss_event", null, "admin_code", EAST, "affected_population", "1000")
            .row("loss_event", null, "admin_code", WEST, "affected_population", "9999")
            .row("loss_annual", null, "year", "2024", "affected_population", "5001")
            .row("loss_annual", null, "year", "2023", "affected_population", "5001");
    assertThat(told(new LossAgainstUnitCheck("W1"), judged))
        .as("units and years without residents stay silent")
        .containsExactly(
            "3 W1 affected_population 1001.00 ≤ 1000", "6 W1 affected_population 5001.00 ≤ 5000");
  }

  @Test
  void aLossOfMoreThanATenthOfTheYearsProductionIsTold() {
    Judged judged =
        new Judged()
            .row("statistics_yearbook", null, "year", "2024", "gdp_wan", "1000000")
            .row("loss_annual", null, "year", "2024", "direct_loss_wan", "100000")
            .row("loss_annual", null, "year", "2024", "direct_loss_wan", "100001")
            .row("loss_annual", null, "year", "2023", "direct_loss_wan", "900000");
    assertThat(told(new LossAgainstUnitCheck("W4"), judged))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("3 W4 direct_loss_wan 100001.00 ≤ 10% × ");
  }

  private static Judged annual(Judged judged, int year, double loss) {
    return judged.row(
        "loss_annual",
        null,
        "admin_code",
        COUNTY,
        "hazard_kind",
        "flood",
        "year",
        Integer.toString(year),
        "direct_loss_wan",
        Double.toString(loss));
  }

  @Test
  void aFigureMoreThanFiveTimesThatOfTheYearBeforeIsTold() {
    Judged judged = annual(annual(new Judged(), 2024, 1000), 2025, 5001);
    assertThat(told(new LossSeriesCheck(2025), judged))
        .containsExactly("2 W5 direct_loss_wan 5001.00 上年值 1000.00 的 1/5 至 5 倍");
    assertThat(
            told(new LossSeriesCheck(2025), annual(annual(new Judged(), 2024, 5000), 2025, 1000)))
        .as("five times is not more")
        .isEmpty();
    assertThat(told(new LossSeriesCheck(2025), annual(annual(new Judged(), 2024, 1), 2025, 900)))
        .as("trifles")
        .isEmpty();
    assertThat(told(new LossSeriesCheck(2026), judged)).as("another year's report").isEmpty();
  }

  @Test
  void aLimitOfOnesOwnIsToldAsItWasSet() {
    Rules own =
        Told.rules("rules/loss.yaml", "name: max_ratio, value: 5,", "name: max_ratio, value: 2.5,");
    Judged judged = annual(annual(new Judged(), 2024, 1000), 2025, 2600);
    assertThat(judged.find(new LossSeriesCheck(2025), own).stream().map(Told::line))
        .containsExactly("2 W5 direct_loss_wan 2600.00 上年值 1000.00 的 1/2.5 至 2.5 倍");
  }

  @Test
  void aFigureFarFromItsSeriesIsToldByRobustZ() {
    // Logarithms of the earlier years: median ln 2000, deviations 0, ln 2, ln 2, ln 4, ln 4: MAD ln
    // 2.
    Judged judged = new Judged();
    double[] series = {500, 1000, 2000, 4000, 8000};
    for (int i = 0; i < series.length; i++) {
      annual(judged, 2018 + i, series[i]);
    }
    // z = 0.6745 · ln(x / 2000) / ln 2: 3.5 is reached at x = 2000 · 2^5.189 = 72 971.
    assertThat(told(new LossSeriesCheck(2025), annual(judged, 2025, 80_000)))
        .containsExactly("6 W5 direct_loss_wan 80000.00 历年稳健标准分数绝对值不超过 3.5 的数值（现为 3.6）");
    Judged within = new Judged();
    for (int i = 0; i < series.length; i++) {
      annual(within, 2018 + i, series[i]);
    }
    assertThat(told(new LossSeriesCheck(2025), annual(within, 2025, 70_000))).isEmpty();
  }

  private static Judged report(
      Judged judged, String type, String day, @Nullable String deaths, @Nullable String reason) {
    return judged.row(
        "loss_event",
        null,
        "admin_code",
        EAST,
        "event_id",
        "E1",
        "report_type",
        type,
        "survey_date",
        day,
        "deaths",
        deaths,
        "revision_reason",
        reason);
  }

  @Test
  void deathsThatFallWithoutAReasonAreTold() {
    Judged judged = new Judged();
    report(judged, "final", "2025-08-01", "2", " ");
    report(judged, "initial", "2025-07-01", "3", null);
    report(judged, "followup", "2025-07-03", null, null);
    report(judged, "followup", "2025-07-02", "4", null);
    assertThat(told(new LossChainCheck(), judged))
        .as("final after follow-up, the one without deaths passed over")
        .containsExactly("1 W9 deaths 2 ≥ 4");
    Judged explained = new Judged();
    report(explained, "initial", "2025-07-01", "3", null);
    report(explained, "final", "2025-08-01", "2", "核实一人非因灾死亡");
    assertThat(told(new LossChainCheck(), explained)).isEmpty();
  }

  private static Judged event(Judged judged, String unit, @Nullable String deaths, String loss) {
    return judged.row(
        "loss_event",
        null,
        "admin_code",
        unit,
        "event_id",
        "E1",
        "report_type",
        "final",
        "deaths",
        deaths,
        "direct_loss_wan",
        loss);
  }

  @Test
  void aUnitIsTheSumOfTheUnitsDirectlyBelowThatReported() {
    Judged judged = new Judged();
    event(judged, COUNTY, "3", "100");
    event(judged, EAST, "1", "60.5");
    event(judged, WEST, "1", "39.5");
    event(
        judged, "370321101201", "9", "60.5"); // a village: the sum of its township, not the county
    assertThat(told(new LossLevelCheck(), judged))
        .containsExactly("1 E12 deaths 3.00 = 2.00", "2 E12 deaths 1.00 = 9.00");
  }

  @Test
  void noSumIsKnownWhereAUnitBelowIsSilentAndCentsAreTolerated() {
    Judged judged = new Judged();
    event(judged, COUNTY, "3", "100.01");
    event(judged, EAST, "1", "60.5");
    event(judged, WEST, null, "39.5");
    assertThat(told(new LossLevelCheck(), judged)).isEmpty();
  }
}
