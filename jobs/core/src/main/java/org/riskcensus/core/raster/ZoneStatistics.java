package org.riskcensus.core.raster;

import java.util.Map;
import java.util.TreeMap;

/**
 * Statistics of the values of a zone's cells. A cell without a value is counted apart and is not
 * zero; a zone without any value has no sum, mean, least or greatest value. Not thread-safe.
 */
public final class ZoneStatistics {

  private final boolean byClass;
  private final TreeMap<Double, Double> classes = new TreeMap<>();
  private double count;
  private double without;
  private double sum;
  private double lost;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /**
   * Statistics of no cell yet.
   *
   * @param byClass whether cells are also counted by value
   */
  public ZoneStatistics(boolean byClass) {
    this.byClass = byClass;
  }

  /** Adds a cell; NaN is no value. */
  public void add(double value, double weight) {
    if (Double.isNaN(value)) {
      without += weight;
      return;
    }
    count += weight;
    addToSum(value * weight);
    min = Math.min(min, value);
    max = Math.max(max, value);
    if (byClass) {
      classes.merge(value == 0 ? 0.0 : value, weight, Double::sum);
    }
  }

  /** Neumaier's sum: what rounding loses is kept and added at the end. */
  private void addToSum(double more) {
    double total = sum + more;
    lost += Math.abs(sum) >= Math.abs(more) ? sum - total + more : more - total + sum;
    sum = total;
  }

  /** Whether any cell has a value. */
  public boolean any() {
    return count > 0;
  }

  /** Cells with a value, by weight. */
  public double count() {
    return count;
  }

  /** Cells without a value, by weight. */
  public double without() {
    return without;
  }

  /** Sum of the values by weight; only if there is {@link #any}. */
  public double sum() {
    return sum + lost;
  }

  /** Weighted mean of the values; only if there is {@link #any}. */
  public double mean() {
    return sum() / count;
  }

  /** Least value; only if there is {@link #any}. */
  public double min() {
    return min;
  }

  /** Greatest value; only if there is {@link #any}. */
  public double max() {
    return max;
  }

  /** Cells by value, ascending. */
  public Map<Double, Double> classes() {
    return classes;
  }
}
