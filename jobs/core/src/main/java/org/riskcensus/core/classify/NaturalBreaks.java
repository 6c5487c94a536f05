package org.riskcensus.core.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Jenks natural breaks 自然断点法: the classes with the least sum of squared deviations from their means
 * (Fisher 1958, exact). Dynamic programming over the distinct values; the best last break never
 * falls as the values grow, so each further class costs n log n. Of equally good breaks the lowest
 * is taken.
 */
final class NaturalBreaks {

  private final double[] weights;
  private final double[] sums;
  private final double[] squares;
  private final Distribution values;

  private NaturalBreaks(Distribution values) {
    int n = values.size();
    double origin = values.mean();
    this.values = values;
    this.weights = new double[n + 1];
    this.sums = new double[n + 1];
    this.squares = new double[n + 1];
    for (int i = 0; i < n; i++) {
      double x = values.value(i) - origin;
      weights[i + 1] = weights[i] + values.count(i);
      sums[i + 1] = sums[i] + values.count(i) * x;
      squares[i + 1] = squares[i] + values.count(i) * x * x;
    }
  }

  /**
   * The lowest value of each class but the first, ascending.
   *
   * @throws IllegalArgumentException when there are fewer distinct values than classes
   */
  static List<Double> of(Distribution values, int classes) {
    if (values.size() < classes) {
      throw new IllegalArgumentException(
          "natural breaks for "
              + classes
              + " levels need as many different values, got "
              + values.size()
              + "; use thresholds");
    }
    return new NaturalBreaks(values).breaks(classes);
  }

  private List<Double> breaks(int classes) {
    int n = values.size();
    double[] best = new double[n + 1];
    for (int end = 1; end <= n; end++) {
      best[end] = cost(0, end);
    }
    int[][] starts = new int[classes][];
    for (int k = 1; k < classes; k++) {
      Step step = new Step(best);
      solve(step, k + 1, n, k, n - 1);
      best = step.next;
      starts[k] = step.starts;
    }
    List<Double> breaks = new ArrayList<>();
    int end = n;
    for (int k = classes - 1; k >= 1; k--) {
      end = starts[k][end];
      breaks.add(0, values.value(end));
    }
    return breaks;
  }

  /** One more class: best cost so far, cost with it, and where the last class then starts. */
  private static final class Step {
    private final double[] best;
    private final double[] next;
    private final int[] starts;

    Step(double[] best) {
      this.best = best;
      this.next = new double[best.length];
      this.starts = new int[best.length];
      Arrays.fill(next, Double.POSITIVE_INFINITY);
    }
  }

  private void solve(Step step, int fromEnd, int toEnd, int fromStart, int toStart) {
    if (fromEnd > toEnd) {
      return;
    }
    int end = (fromEnd + toEnd) >>> 1;
    for (int start = fromStart; start <= Math.min(toStart, end - 1); start++) {
      double cost = step.best[start] + cost(start, end);
      if (cost < step.next[end]) {
        step.next[end] = cost;
        step.starts[end] = start;
      }
    }
    solve(step, fromEnd, end - 1, fromStart, step.starts[end]);
    solve(step, end + 1, toEnd, step.starts[end], toStart);
  }

  private double cost(int from, int to) {
    double weight = weights[to] - weights[from];
    double sum = sums[to] - sums[from];
    return Math.max(0, squares[to] - squares[from] - sum * sum / weight);
  }
}
