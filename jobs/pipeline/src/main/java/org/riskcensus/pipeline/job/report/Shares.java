package org.riskcensus.pipeline.job.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.riskcensus.core.statistics.LargestRemainder;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;

/** Shares of parts in percent, rounded so that what the reader sees adds up to 100.0. */
final class Shares {

  private static final int TENTHS = 1000;

  private Shares() {}

  /** The share of each part in the sum; what is not known has none, for its own reason. */
  static List<Cell> percent(List<Figure> parts) {
    Map<String, Double> known = new TreeMap<>();
    double sum = sum(parts);
    for (int i = 0; i < parts.size(); i++) {
      Double value = parts.get(i).value();
      if (value != null && sum > 0) {
        known.put("%04d".formatted(i), value / sum * TENTHS);
      }
    }
    Map<String, Long> tenths = LargestRemainder.apportion(known, known.isEmpty() ? 0 : TENTHS);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Long share = tenths.get("%04d".formatted(i));
      cells.add(share == null ? none(parts.get(i)) : new Cell.Figure(share / 10.0, NumberForm.ONE));
    }
    return cells;
  }

  private static Cell none(Figure part) {
    return part.value() == null ? part.cell(NumberForm.ONE) : Cell.Missing.NOT_APPLICABLE;
  }

  /** The share of the whole. */
  static Cell whole(List<Figure> parts) {
    return sum(parts) == 0 ? Cell.Missing.NOT_APPLICABLE : new Cell.Figure(100, NumberForm.ONE);
  }

  private static double sum(List<Figure> parts) {
    double sum = 0;
    for (Figure part : parts) {
      sum += part.value() == null ? 0 : part.value();
    }
    return sum;
  }
}
