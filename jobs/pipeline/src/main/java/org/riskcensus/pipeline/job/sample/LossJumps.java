package org.riskcensus.pipeline.job.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.riskcensus.core.finding.Severity;

/**
 * Annual losses that are more than five times those of the year before, or less than a fifth, as
 * disasters have them: the generator does not make them on purpose, but knows them when it sees
 * them. Rows come in order of their years.
 */
final class LossJumps {

  private static final String DATASET = "loss_annual";
  private static final double TIMES = 5;
  private static final double TRIFLE_WAN = 1000;

  private final int censusYear;
  private final Map<String, Double> losses = new HashMap<>();

  /**
   * Watches one file.
   *
   * @param censusYear the year that is reported
   */
  LossJumps(int censusYear) {
    this.censusYear = censusYear;
  }

  /** Looks at an accepted row; the finding that must be made of it, which stays as it is. */
  Optional<Defect> see(String source, long row, FiledRow filed) {
    if (!source.startsWith(DATASET)) {
      return Optional.empty();
    }
    int year = (int) filed.number("year");
    double loss = filed.number(LossFigures.TOTAL);
    losses.put(filed.text("hazard_kind") + year, loss);
    Double before = losses.get(filed.text("hazard_kind") + (year - 1));
    boolean jumps =
        before != null
            && Math.max(loss, before) >= TRIFLE_WAN
            && Math.max(loss, before) > TIMES * Math.min(loss, before);
    return year == censusYear && jumps
        ? Optional.of(
            new Defect(
                source,
                row,
                "W5",
                Severity.WARNING,
                LossFigures.TOTAL,
                "more than five times apart from the year before",
                r -> r))
        : Optional.empty();
  }
}
