package org.riskcensus.pipeline.job.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.loss.LargestRemainder;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;

/** Shares of parts in percent, rounded so that what the reader sees adds up to 100.0. */
final class Shares {

  private static final int TENTHS = 1000;

  private Shares() {}

  /** The share of each value in the sum; what was not reported has none. */
  static List<Cell> percent(List<@Nullable Double> values) {
    double[] known = known(values);
    double sum = sum(values);
    List<Cell> cells = new ArrayList<>();
    if (sum == 0) {
      values.forEach(
          value ->
              cells.add(value == null ? Cell.Missing.NOT_REPORTED : Cell.Missing.NOT_APPLICABLE));
      return cells;
    }
    long[] tenths = LargestRemainder.round(known, TENTHS);
    int next = 0;
    for (Double value : values) {
      cells.add(
          value == null
              ? Cell.Missing.NOT_REPORTED
              : new Cell.Figure(tenths[next++] / 10.0, NumberForm.ONE));
    }
    return cells;
  }

  /** The share of the whole. */
  static Cell whole(List<@Nullable Double> values) {
    return sum(values) == 0 ? Cell.Missing.NOT_APPLICABLE : new Cell.Figure(100, NumberForm.ONE);
  }

  private static double[] known(List<@Nullable Double> values) {
    return values.stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
  }

  private static double sum(List<@Nullable Double> values) {
    double sum = 0;
    for (double value : known(values)) {
      sum += value;
    }
    return sum;
  }
}
