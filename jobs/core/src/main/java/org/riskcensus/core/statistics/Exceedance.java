package org.riskcensus.core.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The empirical exceedance of yearly losses: the m-th largest of n is exceeded in a year with
 * probability {@code m/(n+1)} (Weibull), which holds for any distribution. Of annual totals it is
 * the AEP curve, of each year's largest event the OEP curve.
 *
 * @param points from the largest loss down; equal losses in the order of their years
 */
public record Exceedance(List<Point> points) {

  /** One year's loss with its rank, 1 for the largest. */
  public record Point(int rank, int year, double loss, double probability) {

    public double returnPeriod() {
      return 1 / probability;
    }
  }

  /** The curve of losses by year; no points for no years. */
  public static Exceedance of(Map<Integer, Double> losses) {
    List<Map.Entry<Integer, Double>> ranked = new ArrayList<>(losses.entrySet());
    ranked.sort(
        Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    List<Point> points = new ArrayList<>();
    for (int m = 1; m <= ranked.size(); m++) {
      Map.Entry<Integer, Double> year = ranked.get(m - 1);
      double probability = m / (ranked.size() + 1.0);
      points.add(new Point(m, year.getKey(), year.getValue(), probability));
    }
    return new Exceedance(List.copyOf(points));
  }

  /**
   * The loss of a return period, linear in ln T between the ranks; empty outside {@code (n+1)/n …
   * n+1}, as the years at hand cannot carry it.
   */
  public OptionalDouble findLoss(double returnPeriod) {
    for (int i = 0; i < points.size(); i++) {
      double above = points.get(i).returnPeriod();
      if (Math.abs(above - returnPeriod) <= 1e-9 * returnPeriod) {
        return OptionalDouble.of(points.get(i).loss());
      }
      if (above < returnPeriod) {
        return i == 0 ? OptionalDouble.empty() : OptionalDouble.of(between(i, returnPeriod));
      }
    }
    return OptionalDouble.empty();
  }

  private double between(int i, double returnPeriod) {
    Point rarer = points.get(i - 1);
    Point oftener = points.get(i);
    double share =
        Math.log(returnPeriod / oftener.returnPeriod())
            / Math.log(rarer.returnPeriod() / oftener.returnPeriod());
    return oftener.loss() + share * (rarer.loss() - oftener.loss());
  }

  /**
   * The interval of the true exceedance probability of the m-th largest of n, which is Beta(m, n −
   * m + 1) whatever the losses' distribution.
   *
   * @param confidence between 0 and 1
   */
  public static Interval interval(int rank, int n, double confidence) {
    if (rank < 1 || rank > n || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("rank %d of %d at %s".formatted(rank, n, confidence));
    }
    double tail = (1 - confidence) / 2;
    return new Interval(quantile(rank, n, tail), quantile(rank, n, 1 - tail));
  }

  /** By bisection on {@code P(Beta(m, n−m+1) ≤ p) = P(Binomial(n, p) ≥ m)}. */
  private static double quantile(int rank, int n, double level) {
    double low = 0;
    double high = 1;
    while (high - low > 1e-12) {
      double middle = (low + high) / 2;
      if (atLeast(rank, n, middle) < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double atLeast(int rank, int n, double p) {
    double sum = 0;
    double logChoose = 0;
    for (int k = 0; k <= n; k++) {
      if (k >= rank) {
        sum += Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log1p(-p));
      }
      logChoose += Math.log(n - k) - Math.log(k + 1);
    }
    return sum;
  }
}
