package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.yaml.Problems;

/** What a rule of one's own is applied to and is not there is told when rules are read. */
class RuleScopesCheckTest {

  private static final SchemaFiles PROJECT = SchemaFiles.ofProject();
  private static final Contracts CONTRACTS = Contracts.load();

  @Test
  void theScopesOfTheProjectHaveNoProblem() {
    assertThat(problems("rules/row.yaml", "", "")).isEmpty();
  }

  @Test
  void everyProblemOfAScopeIsTold() {
    assertThat(
            problems(
                "rules/row.yaml",
                "{table: shelter, value: area_m2, per: capacity_persons, min: 0.5, max: 100}",
                "{table: shelter, value: area, pro: capacity_persons, min: little, max: 100}"))
        .containsExactly(
            told("row", "ratio", "shelter", "the key 'per' is missing"),
            told(
                "row",
                "ratio",
                "shelter",
                "the key 'pro' would have no effect; keys are [max, min, per, value]"),
            told("row", "ratio", "shelter", "shelter has no column 'area' that is filed"),
            told("row", "ratio", "shelter", "'little' of the key 'min' is no number"));
  }

  @Test
  void aTableOrAColumnOfAnotherTableThatIsNotThereIsTold() {
    assertThat(problems("rules/many_rows.yaml", "{table: gdp, column", "{table: gross, column"))
        .containsExactly(told("many_rows", "yearbook_sum", "gross", "there is no dataset 'gross'"));
    assertThat(problems("rules/loss.yaml", "limit: gdp_wan", "limit: gnp_wan"))
        .containsExactly(
            told(
                "loss",
                "W4",
                "loss_annual",
                "statistics_yearbook has no column 'gnp_wan' that is filed"));
  }

  private static String told(String file, String rule, String table, String message) {
    return "schemas/rules/%s.yaml: rule '%s', applies to %s: %s"
        .formatted(file, rule, table, message);
  }

  private static List<String> problems(String path, String part, String own) {
    String text = PROJECT.text(path);
    assertThat(text).contains(part);
    Problems problems = new Problems();
    Rules.read(PROJECT.with(Map.of(path, text.replace(part, own))), CONTRACTS, problems);
    return problems.list().stream().map(Object::toString).toList();
  }
}
