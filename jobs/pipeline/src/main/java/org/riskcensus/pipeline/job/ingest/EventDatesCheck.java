package org.riskcensus.pipeline.job.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;

/**
 * E13: an event does not end before it starts, and the statistical year, where the report says one,
 * is that of its start. Silent where a date was not reported.
 */
final class EventDatesCheck {

  private EventDatesCheck() {}

  static List<Finding> check(Map<String, ? extends @Nullable Object> row) {
    List<Finding> findings = new ArrayList<>();
    if (row.get("start_date") instanceof LocalDate start) {
      if (row.get("end_date") instanceof LocalDate end && end.isBefore(start)) {
        findings.add(
            finding("end_date", end, Wording.phrase("at_least_field", "start_date", start)));
      }
      if (row.get("report_year") instanceof Integer year && year != start.getYear()) {
        findings.add(
            finding(
                "report_year",
                year,
                Wording.phrase("year_of_field", start.getYear(), "start_date")));
      }
    }
    return findings;
  }

  private static Finding finding(String field, Object observed, Wording expected) {
    return new Finding("E13", Severity.ERROR, field, Wording.of(observed), expected, null);
  }
}
