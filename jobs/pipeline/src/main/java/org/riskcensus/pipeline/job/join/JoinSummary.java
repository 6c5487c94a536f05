package org.riskcensus.pipeline.job.join;

import java.math.BigDecimal;

/**
 * What a join found, whatever rows of it were asked for.
 *
 * @param leftRows rows of the left side, those without geometry too
 * @param rightRows rows of the right side
 * @param pairs pairs that fulfil the predicate
 * @param leftMatched left rows in at least one pair
 * @param rightMatched right rows in at least one pair
 * @param overlapAreaM2 sum of the areas the pairs share, 0 unless asked for
 */
public record JoinSummary(
    long leftRows,
    long rightRows,
    long pairs,
    long leftMatched,
    long rightMatched,
    double overlapAreaM2) {

  /** The names of the figures, as CSV. */
  public static final String HEADER =
      "left_rows,right_rows,pairs,left_matched,right_matched,overlap_area_m2";

  /** The figures as one line of CSV. */
  public String line() {
    String area =
        new BigDecimal(Double.toString(overlapAreaM2)).stripTrailingZeros().toPlainString();
    return leftRows
        + ","
        + rightRows
        + ","
        + pairs
        + ","
        + leftMatched
        + ","
        + rightMatched
        + ","
        + area;
  }
}
