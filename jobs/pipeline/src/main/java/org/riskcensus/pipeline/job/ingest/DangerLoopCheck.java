package org.riskcensus.pipeline.job.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.core.hazard.DangerLoop;
import org.riskcensus.pipeline.contract.Contracts;

/**
 * Hidden dangers that were closed 销号 without, or before, they were rectified 整改. The row stays: a
 * danger that left the register would be out of sight.
 */
final class DangerLoopCheck {

  /** The dataset it looks at. */
  static final String DATASET = "hidden_danger";

  private static final String RECTIFIED = "rectified_date";

  private final DangerLoop loop;

  DangerLoopCheck(Contracts contracts) {
    this.loop = new DangerLoop(contracts.codeList("danger_status").codes());
  }

  List<Finding> check(Map<String, ? extends @Nullable Object> row) {
    LocalDate rectified = (LocalDate) row.get(RECTIFIED);
    LocalDate closed = (LocalDate) row.get("closed_date");
    if (!loop.isClosedUnrectified((String) row.get("status"), rectified, closed)) {
      return List.of();
    }
    return rectified == null || closed == null
        ? finding(Wording.phrase("empty"), Wording.phrase("rectification_day"))
        : finding(Wording.of(rectified), Wording.phrase("at_most_field", "closed_date", closed));
  }

  private static List<Finding> finding(Wording observed, Wording expected) {
    String rule = DangerLoop.Flaw.CLOSED_UNRECTIFIED.code();
    return List.of(new Finding(rule, Severity.WARNING, RECTIFIED, observed, expected, null));
  }
}
