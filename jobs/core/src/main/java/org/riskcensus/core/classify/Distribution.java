package org.riskcensus.core.classify;

import java.util.Map;
import java.util.SortedMap;

/**
 * How often each value occurs, ascending: enough for every rule of classification, and bounded by
 * the number of distinct values. Immutable.
 */
public final class Distribution {

  private final double[] values;
  private final long[] counts;

  private Distribution(double[] values, long[] counts) {
    this.values = values;
    this.counts = counts;
  }

  /**
   * The distribution of {@code counts} by value.
   *
   * @throws IllegalArgumentException when there is no value
   */
  public static Distribution of(SortedMap<Double, Long> counts) {
    if (counts.isEmpty()) {
      throw new IllegalArgumentException("there are no values to classify");
    }
    double[] values = new double[counts.size()];
    long[] numbers = new long[counts.size()];
    int i = 0;
    for (Map.Entry<Double, Long> entry : counts.entrySet()) {
      values[i] = entry.getKey();
      numbers[i++] = entry.getValue();
    }
    return new Distribution(values, numbers);
  }

  /** Number of distinct values. */
  int size() {
    return values.length;
  }

  /** The distinct value at an index, ascending. */
  double value(int index) {
    return values[index];
  }

  /** How often the value at an index occurs. */
  long count(int index) {
    return counts[index];
  }

  /** Number of values. */
  public long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /** Arithmetic mean. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * counts[i];
    }
    return sum / total();
  }

  /** Standard deviation of the values as the whole population. */
  public double deviation() {
    return Math.sqrt(squares(0, values.length) / total());
  }

  /** The smallest value that at least {@code percent} % of all values do not exceed. */
  public double percentile(double percent) {
    double needed = percent / 100 * total();
    long reached = 0;
    for (int i = 0; i < values.length; i++) {
      reached += counts[i];
      if (reached >= needed) {
        return values[i];
      }
    }
    return values[values.length - 1];
  }

  /**
   * Goodness of variance fit: {@code 1 − Σ squared deviations within the classes / Σ squared
   * deviations in all}; 1 is perfect, and taken so where all values are equal.
   *
   * @param lowerBounds lowest value of each class but the first, never falling
   */
  public double goodnessOfFit(java.util.List<Double> lowerBounds) {
    double all = squares(0, values.length);
    double within = 0;
    int from = 0;
    for (double bound : lowerBounds) {
      int to = from;
      while (to < values.length && values[to] < bound) {
        to++;
      }
      within += squares(from, to);
      from = to;
    }
    within += squares(from, values.length);
    return all > 0 ? 1 - within / all : 1;
  }

  /** Sum of squared deviations from their mean of the values from (incl.) to (excl.). */
  private double squares(int from, int to) {
    double weight = 0;
    double mean = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      weight += counts[i];
      double step = values[i] - mean;
      mean += counts[i] / weight * step;
      squares += counts[i] * step * (values[i] - mean);
    }
    return squares;
  }
}
