package org.riskcensus.pipeline.job.ingest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.core.hazard.DrySeason;

/**
 * A dry season 枯水期 whose months cannot be read. The row stays, as all else in it is known; the
 * season then counts as not reported.
 */
final class DrySeasonCheck {

  private static final String COLUMN = "dry_season";

  private DrySeasonCheck() {}

  static List<Finding> check(Map<String, ? extends @Nullable Object> row) {
    return row.get(COLUMN) instanceof String filed && DrySeason.parse(filed).isEmpty()
        ? List.of(
            new Finding(
                "season_unreadable",
                Severity.WARNING,
                COLUMN,
                Wording.of(filed),
                Wording.phrase("season_months"),
                null))
        : List.of();
  }
}
