package org.riskcensus.formats.chart;

import java.util.List;

/**
 * Bars and lines over the same categories on one axis that starts at zero.
 *
 * @param unit unit of all values, written on the axis
 * @param categories years, months, kinds or places
 * @param series in drawing order, each with one value for every category
 * @param stacked whether the bars of a category stand on each other; lines never do
 */
public record Chart(String unit, List<String> categories, List<Series> series, boolean stacked) {

  /** Checks that every series has its values. */
  public Chart {
    for (Series one : series) {
      if (one.values().size() != categories.size()) {
        throw new IllegalArgumentException(
            one.name() + ": " + one.values().size() + " values, not " + categories.size());
      }
    }
  }

  /** The bars, in order. */
  List<Series> bars() {
    return series.stream().filter(one -> one.mark() == Series.Mark.BAR).toList();
  }

  /** Height of what stands at a category: the tallest mark, or the pile and the lines. */
  double height(int category) {
    double pile = 0;
    double tallest = 0;
    for (Series one : series) {
      double value = one.valueOrZero(category);
      pile += one.mark() == Series.Mark.BAR ? value : 0;
      tallest = Math.max(tallest, value);
    }
    return stacked ? Math.max(pile, tallest) : tallest;
  }

  /** The greatest height over all categories. */
  double top() {
    double top = 0;
    for (int category = 0; category < categories.size(); category++) {
      top = Math.max(top, height(category));
    }
    return top;
  }
}
