package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.pipeline.yaml.Problems;

class RulesTest {

  private static final Contracts CONTRACTS = Contracts.load();

  private final Rules rules = Rules.load();

  @Test
  void everyRuleOfTheCensusIsDeclared() {
    assertThat(rules.list().stream().map(Rule::id))
        .contains("required", "type", "code", "range", "pattern", "duplicate_key")
        .contains("geometry_missing", "geometry_type", "geometry_invalid", "axes_swapped")
        .contains("outside_china", "outside_unit", "admin_code_unknown")
        .contains("area_mismatch", "unit_slip_mu", "unit_slip_yuan")
        .containsAll(IntStream.rangeClosed(1, 13).mapToObj(i -> "E" + i).toList())
        .containsAll(IntStream.rangeClosed(1, 9).mapToObj(i -> "W" + i).toList());
  }

  @Test
  void lettersTellTheSeverityOfLossRules() {
    assertThat(rules.list())
        .filteredOn(rule -> rule.id().matches("[EW]\\d+"))
        .allMatch(r -> (r.severity() == Severity.ERROR) == r.id().startsWith("E"));
  }

  @Test
  void everyRuleHasItsEvidenceMark() {
    assertThat(rules.list()).allMatch(rule -> rule.evidence().matches("\\[[SFMD]\\].*"));
  }

  @Test
  void errorsOfLossRulesRefuseTheReleaseAndNothingElseDoes() {
    assertThat(rules.list())
        .filteredOn(Rule::blocksRelease)
        .extracting(Rule::id)
        .containsExactlyInAnyOrder(
            "E1",
            "E2",
            "E3",
            "E4",
            "E5",
            "E6",
            "E7",
            "E8",
            "E9",
            "E10",
            "E11",
            "E12",
            "E13",
            "unit_slip_yuan");
  }

  @Test
  void aMessageNamesFieldValueAndWhatIsWanted() {
    Finding finding =
        new Finding(
            "range",
            Severity.ERROR,
            "depth_m",
            Wording.of("{expected}"),
            Wording.phrase("range_in_unit", "0 … 50", "m"),
            null);
    assertThat(FindingWords.of(rules, CONTRACTS, Language.EN).message(finding, "flood_extent"))
        .isEqualTo("depth_m {expected} is out of range 0 … 50 m");
    assertThat(FindingWords.of(rules, CONTRACTS, Language.ZH).message(finding, "flood_extent"))
        .isEqualTo("“水深米”的填报值 {expected} 超出合理范围 0 … 50 米");
  }

  @Test
  void limitsAreData() {
    assertThat(rules.get("outside_unit").threshold("max_distance_m")).isEqualTo(50);
    assertThatThrownBy(() -> rules.get("required").threshold("max_distance_m"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("required")
        .hasMessageContaining("max_distance_m");
  }

  @Test
  void aRuleThatNeedsMoreThanIsFiledIsNotInForce() {
    TreeMap<String, String> files = new TreeMap<>();
    files.put(
        "rules/some.yaml",
        """
        title: 规则
        doc: Some rules.
        rules:
          - {id: a, severity: error, version: "1", family: space, message_zh: 甲, message_en: a, advice: b, evidence: "[D]", needs: a list nobody files}
        """);
    Problems problems = new Problems();
    assertThat(Rules.read(SchemaFiles.ofProject().with(files), problems).get("a").inForce())
        .isFalse();
    problems.refuse();
    assertThat(rules.get("E12").inForce()).isTrue();
  }

  @Test
  void aRuleOfOnesOwnFileHasWhatItsCheckLooksUp() {
    String path = "rules/many_rows.yaml";
    String own =
        SchemaFiles.ofProject()
            .text(path)
            .replace("id: copied_row", "id: copied")
            .replaceFirst("\\n.*name: min_share.*", "");
    Problems problems = new Problems();
    Rules.read(SchemaFiles.ofProject().with(Map.of(path, own)), problems);
    assertThat(problems.list().stream().map(Object::toString))
        .containsExactly(
            "schemas/rules/many_rows.yaml: rule 'copied_row' is missing; checks look it up",
            "schemas/rules/many_rows.yaml: rule 'gcj02_offset' lacks its threshold 'min_share'");
  }

  @Test
  void everyProblemOfARuleIsTold() {
    TreeMap<String, String> files = new TreeMap<>();
    files.put(
        "rules/odd.yaml",
        """
        title: 规则
        doc: Odd rules.
        rules:
          - {id: a, severity: fatal, version: "1", family: luck, message_zh: "{who}", message_en: a, advice: b}
          - {id: a, severity: error, version: "1", family: space, message_zh: 甲, message_en: a, advice: b, evidence: "[D]", thresholds: [{name: b, value: high, unit: m, evidence: "[D]"}]}
        """);
    Problems problems = new Problems();
    Rules.read(SchemaFiles.ofProject().with(files), problems);
    assertThat(problems.list().stream().map(Object::toString))
        .containsExactlyInAnyOrder(
            "schemas/rules/odd.yaml:4: severity 'fatal' is neither error nor warning",
            "schemas/rules/odd.yaml:4: family 'luck' is none of [completeness, conformity,"
                + " consistency, plausibility, space, timeliness, uniqueness]",
            "schemas/rules/odd.yaml:4: message_zh has an unknown placeholder {who}",
            "schemas/rules/odd.yaml:4: 'evidence' is missing",
            "schemas/rules/odd.yaml:5: 'high' is not a number",
            "schemas/rules/odd.yaml:5: rule 'a' is given twice");
  }
}
