package org.riskcensus.core.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A trend that one disastrous year does not turn: the median of the slopes between all pairs of
 * years (Theil 1950, Sen 1968), a year. Its interval is Sen's: the pairwise slopes at the ranks
 * {@code (N ∓ z·√Var S)/2}, with Kendall's variance corrected for ties; it is absent where so few
 * years cannot carry the confidence asked for.
 *
 * @param perYear the slope
 * @param median of the values, at the median of the years
 * @param middleYear the median of the years
 * @param years how many years went in
 * @param interval of the slope; null when there are too few years for it
 */
public record TheilSen(
    double perYear, double median, double middleYear, int years, @Nullable Interval interval) {
  /** Fewer years have no trend. */
  public static final int FEWEST_YEARS = 3;

  /**
   * The trend of values by year; empty below {@link #FEWEST_YEARS}.
   *
   * @param z quantile of the standard normal distribution, 1.96 for 95%
   */
  public static Optional<TheilSen> of(Map<Integer, Double> values, double z) {
    if (values.size() < FEWEST_YEARS) {
      return Optional.empty();
    }
    NavigableMap<Integer, Double> ordered = new TreeMap<>(values);
    double[] years = ordered.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
    double[] levels = ordered.values().stream().mapToDouble(Double::doubleValue).toArray();
    double[] slopes = slopes(years, levels);
    double spread = z * Math.sqrt(variance(levels));
    return Optional.of(
        new TheilSen(
            median(slopes), median(levels), median(years), years.length, interval(slopes, spread)));
  }

  /** The value the trend comes to in a year. */
  public double at(int year) {
    return median + perYear * (year - middleYear);
  }

  private static double[] slopes(double[] years, double[] levels) {
    double[] slopes = new double[years.length * (years.length - 1) / 2];
    int k = 0;
    for (int i = 0; i < years.length; i++) {
      for (int j = i + 1; j < years.length; j++) {
        slopes[k++] = (levels[j] - levels[i]) / (years[j] - years[i]);
      }
    }
    Arrays.sort(slopes);
    return slopes;
  }

  /** Var S = (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18 over groups of t equal values. */
  private static double variance(double[] levels) {
    double variance = kendall(levels.length);
    double[] sorted = levels.clone();
    Arrays.sort(sorted);
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[start]) {
        variance -= kendall(i - start);
        start = i;
      }
    }
    return variance / 18;
  }

  private static double kendall(int n) {
    return n * (n - 1.0) * (2 * n + 5);
  }

  private static @Nullable Interval interval(double[] slopes, double spread) {
    int lower = (int) Math.floor((slopes.length - spread) / 2);
    int upper = (int) Math.ceil((slopes.length + spread) / 2) + 1;
    if (lower < 1 || upper > slopes.length) {
      return null;
    }
    return new Interval(slopes[lower - 1], slopes[upper - 1]);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
