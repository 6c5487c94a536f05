package org.riskcensus.pipeline.job.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;

/**
 * A hidden danger is closed 销号 after it was rectified 整改, not without and not before. The row
 * stays: a danger that left the register would be out of sight.
 */
final class DangerLoopCheck {

  private static final String RULE = "closed_unrectified";
  private static final String RECTIFIED = "rectified_date";

  private DangerLoopCheck() {}

  static List<Finding> check(Map<String, ? extends @Nullable Object> row) {
    Object rectified = row.get(RECTIFIED);
    Object closed = row.get("closed_date");
    boolean isClosed = "closed".equals(row.get("status")) || closed != null;
    if (isClosed && rectified == null) {
      return finding(Wording.phrase("empty"), Wording.phrase("rectification_day"));
    }
    if (rectified instanceof LocalDate done
        && closed instanceof LocalDate end
        && end.isBefore(done)) {
      return finding(Wording.of(done), Wording.phrase("at_most_field", "closed_date", end));
    }
    return List.of();
  }

  private static List<Finding> finding(Wording observed, Wording expected) {
    return List.of(new Finding(RULE, Severity.WARNING, RECTIFIED, observed, expected, null));
  }
}
