package org.riskcensus.pipeline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;

class EventDatesCheckTest {
  private static final LocalDate START = LocalDate.of(2021, 12, 30);

  @Test
  void anEventDoesNotEndBeforeItStarts() {
    assertThat(EventDatesCheck.check(Map.of("start_date", START, "end_date", START.minusDays(1))))
        .extracting(Finding::rule, Finding::field, Finding::expected)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "E13", "end_date", Wording.phrase("at_least_field", "start_date", START)));
    assertThat(EventDatesCheck.check(Map.of("start_date", START, "end_date", START))).isEmpty();
  }

  @Test
  void theStatisticalYearIsThatOfTheStart() {
    assertThat(EventDatesCheck.check(Map.of("start_date", START, "report_year", 2022)))
        .extracting(Finding::field)
        .containsExactly("report_year");
    assertThat(EventDatesCheck.check(Map.of("start_date", START, "report_year", 2021))).isEmpty();
  }

  @Test
  void whatWasNotReportedIsNoContradiction() {
    assertThat(EventDatesCheck.check(Map.of("end_date", START, "report_year", 1999))).isEmpty();
  }
}
