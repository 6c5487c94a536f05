package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.riskcensus.formats.report.render.ReportFormat;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.yaml.Problems;

class ReportConfigTest {

  private static final Contracts CONTRACTS = Contracts.load();

  @Test
  void aPeriodIsOfItsEdition() {
    assertThat(config(null, "quarterly", "2025-Q3").period().months())
        .extracting(Object::toString)
        .containsExactly("2025-07", "2025-08", "2025-09");
    assertThat(config(null, "monthly", "2025-07").period().months()).hasSize(1);
    assertThat(config(2025, "annual", "").period().months()).hasSize(12);
    assertThat(config(2025, "flood-season", "").period().first()).hasToString("2025-06");
  }

  @Test
  void aSeasonThatBeginsAfterItEndsBeganTheYearBefore() {
    Period season = config(2025, "fire-season", "").period();
    assertThat(season.first()).hasToString("2024-10");
    assertThat(season.last()).hasToString("2025-05");
    assertThat(season.year()).isEqualTo(2025);
    assertThat(season.in(2020).first()).hasToString("2019-10");
  }

  @Test
  void theReleaseIsOfThePeriodUnlessAnotherIsNamed() {
    assertThat(config(null, "monthly", "2024-07").year()).isEqualTo(2024);
    assertThat(config(2025, "monthly", "2024-07").year()).isEqualTo(2025);
    assertThat(config(null, "quarterly", "2025-Q3").file(ReportFormat.PDF))
        .hasToString("out/report_370321000000_2025-Q3.pdf");
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    Problems problems = new Problems();
    ReportRequest request =
        new ReportRequest(2025, "桓台", "weekly", "2026-13", List.of("odt"), "fr", Path.of("out"));
    ReportConfig.of(request, CONTRACTS, problems);
    assertThatThrownBy(problems::refuse)
        .hasMessageContaining("--edition")
        .hasMessageContaining("weekly is none of annual, quarterly")
        .hasMessageContaining("--period")
        .hasMessageContaining("--unit")
        .hasMessageContaining("--format")
        .hasMessageContaining("--lang");
    Problems needed = new Problems();
    ReportConfig.of(
        new ReportRequest(2025, "370321", "monthly", "", List.of("pdf"), "zh", Path.of("out")),
        CONTRACTS,
        needed);
    assertThatThrownBy(needed::refuse).hasMessageContaining("needs a period such as 2025-07");
  }

  private static ReportConfig config(@Nullable Integer year, String edition, String period) {
    Problems problems = new Problems();
    ReportConfig config =
        ReportConfig.of(
            new ReportRequest(
                year, "370321", edition, period, List.of("pdf"), "zh", Path.of("out")),
            CONTRACTS,
            problems);
    problems.refuse();
    return config;
  }
}
