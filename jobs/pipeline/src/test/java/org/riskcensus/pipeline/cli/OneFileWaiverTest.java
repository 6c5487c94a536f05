package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.config.QualityTerms;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine;

class OneFileWaiverTest {

  private final WaiverOptions options = new WaiverOptions();
  private final Problems problems = new Problems();

  private QualityTerms parsed(String... arguments) {
    CommandLine.populateCommand(options, arguments);
    return options.terms("file:a.csv", problems);
  }

  @Test
  void aRuleIsWaivedForSomeObjectsOrForAllOfTheFile() {
    QualityTerms terms =
        parsed(
            "--waive=outside_unit:B-1, B-2",
            "--waive=order",
            "--waive-by=李工",
            "--waive-reason=飞地",
            "--waive-until=2026-06-30");
    assertThat(problems.isEmpty()).isTrue();
    assertThat(terms.waivers().get(0).objects()).containsExactly("B-1", "B-2");
    assertThat(terms.waivers().get(0).source()).isEqualTo("file:a.csv");
    assertThat(terms.waivers().get(1).objects()).isEmpty();
    assertThat(terms.waivers().get(1).holdsOn(LocalDate.of(2026, 6, 30))).isTrue();
  }

  @Test
  void aWaiverWithoutObjectsAfterItsColonOrWithoutANameIsAProblem() {
    parsed("--waive=order:", "--waive-by= ", "--waive-reason=飞地", "--waive-until=2026-06-30");
    assertThat(problems.list().toString())
        .contains("--waive-by and --waive-reason must say something")
        .contains("write RULE or RULE:OBJECT,OBJECT");
  }
}
