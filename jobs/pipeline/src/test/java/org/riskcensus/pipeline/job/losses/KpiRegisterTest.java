package org.riskcensus.pipeline.job.losses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.loss.KpiComparator;
import org.riskcensus.core.loss.KpiTarget;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problem;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

class KpiRegisterTest {

  @Test
  void registerOfTheProjectHasAPlanForEachOfTheFourCounties() {
    assertThat(register().plans())
        .extracting(plan -> plan.plan() + plan.county())
        .containsExactly("H370321", "Z370306", "J341502", "W500237");
    assertThat(register().firstYear()).isEqualTo(2021);
  }

  @Test
  void deathRatesKeepTheBaseOfTheirPlan() {
    assertThat(target("370321", "death_rate_per_million").indicator().base()).isEqualTo(1e6);
    assertThat(target("500237", "death_rate_per_million").target()).isEqualTo(1.0);
    KpiTarget perHundredThousand = target("341502", "death_rate_per_100k");
    assertThat(perHundredThousand.indicator().base()).isEqualTo(1e5);
    assertThat(perHundredThousand.comparator()).isEqualTo(KpiComparator.BELOW);
    assertThat(perHundredThousand.nature()).isEqualTo("expected");
  }

  @Test
  void garbledTargetIsKeptAsFiledAndHasNoNumber() {
    KpiTarget garbled = target("341502", "forest_damage_permille");
    assertThat(garbled.target()).isNull();
    assertThat(garbled.asFiled()).contains("05‰");
    assertThat(garbled.note()).contains("0.5‰");
  }

  @Test
  void natureIsGivenOnlyWhereThePlanGivesIt() {
    assertThat(target("370321", "loss_gdp_pct").nature()).isNull();
    assertThat(target("500237", "loss_gdp_pct").nature()).isEqualTo("expected");
  }

  @Test
  void brokenRegisterTellsEveryProblemWithItsLine() {
    String text =
        """
        method: kpi_targets
        version: "1"
        title: t
        source: s
        doc: d
        first_year: soon
        indicators:
          rate: {name: 率, name_en: rate, unit: "%", base: 100, formula: f, measure: latest_ratio, part: deaths}
          share: {name: 率, name_en: rate, unit: "%", base: 0, formula: f, measure: latest, part: nothing}
        plans:
          - plan: H
            county: "3703"
            title: t
            targets:
              - {indicator: rate, comparator: "≤", target: 1, as_filed: a, as_filed_en: a, target_year: 2025, evidence: e, nature: vague}
              - {indicator: lost, comparator: "<", as_filed: a, as_filed_en: a, target_year: 2025, evidence: e}
        """;
    Problems problems = new Problems();
    new KpiRegisterReader(YamlNode.parse("kpi.yaml", text, problems)).read();
    assertThat(problems.list())
        .extracting(Problem::toString)
        .anySatisfy(told -> assertThat(told).contains("'soon' is not a number"))
        .anySatisfy(told -> assertThat(told).startsWith("kpi.yaml:8: latest_ratio needs 2 figures"))
        .anySatisfy(told -> assertThat(told).startsWith("kpi.yaml:9: 'nothing' is not a figure"))
        .anySatisfy(told -> assertThat(told).contains("county '3703'"))
        .anySatisfy(told -> assertThat(told).startsWith("kpi.yaml:15: comparator '≤'"))
        .anySatisfy(told -> assertThat(told).startsWith("kpi.yaml:15: nature 'vague'"))
        .anySatisfy(told -> assertThat(told).startsWith("kpi.yaml:16: indicator 'lost'"))
        .anySatisfy(told -> assertThat(told).contains("needs a note that says why"));
  }

  private static KpiRegister register() {
    Problems problems = new Problems();
    KpiRegister register = KpiRegister.read(SchemaFiles.load(), problems);
    assertThat(problems.list()).isEmpty();
    return register;
  }

  private static KpiTarget target(String county, String indicator) {
    List<KpiTarget> targets = register().find(county).orElseThrow().targets();
    return targets.stream()
        .filter(each -> each.indicator().id().equals(indicator))
        .findFirst()
        .orElseThrow();
  }
}
