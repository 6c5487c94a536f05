package org.riskcensus.core.weighting;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A matrix of pairwise comparisons of the analytic hierarchy process 层次分析法 (Saaty 1980): entry (i,
 * j) says how many times indicator i matters as much as j. Weights are the principal eigenvector;
 * {@code CI = (λmax − n)/(n − 1)} and {@code CR = CI/RI} tell how far the judgements contradict
 * each other, and a matrix with CR ≥ 0.10 is not to be used.
 *
 * @param rows n rows of n positive numbers, n from 1 to 9, reciprocal about the diagonal
 */
public record ComparisonMatrix(List<List<Double>> rows) implements Serializable {

  /** Judgements that contradict each other this much are refused. */
  public static final double CONSISTENCY_LIMIT = 0.10;

  private static final double[] RANDOM_INDEX = {0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45};
  private static final double RECIPROCAL_TOLERANCE = 1e-2;
  private static final double CONVERGED = 1e-14;
  private static final int MOST_ITERATIONS = 10_000;

  /** Refuses a matrix that is not square, positive and reciprocal. */
  public ComparisonMatrix {
    rows = rows.stream().map(List::copyOf).toList();
    int n = rows.size();
    if (n < 1 || n > RANDOM_INDEX.length) {
      throw new IllegalArgumentException("a comparison matrix has 1 to 9 rows, got " + n);
    }
    for (List<Double> row : rows) {
      if (row.size() != n || row.stream().anyMatch(x -> !(x > 0 && x < 1e6))) {
        throw new IllegalArgumentException(
            "each row of a " + n + " × " + n + " matrix needs " + n + " positive numbers: " + row);
      }
    }
    requireReciprocal(rows);
  }

  private static void requireReciprocal(List<List<Double>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double product = rows.get(i).get(j) * rows.get(j).get(i);
        if (Math.abs(product - 1) > RECIPROCAL_TOLERANCE) {
          throw new IllegalArgumentException(
              "entries ("
                  + (i + 1)
                  + ", "
                  + (j + 1)
                  + ") and back must be reciprocal, but are "
                  + rows.get(i).get(j)
                  + " and "
                  + rows.get(j).get(i));
        }
      }
    }
  }

  /** The weights, one a row, with sum 1. */
  public double[] weights() {
    int n = rows.size();
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0 / n);
    double change = 1;
    for (int i = 0; i < MOST_ITERATIONS && change > CONVERGED; i++) {
      double[] next = times(weights);
      double sum = Arrays.stream(next).sum();
      change = 0;
      for (int k = 0; k < n; k++) {
        next[k] /= sum;
        change = Math.max(change, Math.abs(next[k] - weights[k]));
      }
      weights = next;
    }
    return weights;
  }

  /** CR; 0 for one or two indicators, which cannot contradict each other. */
  public double consistencyRatio() {
    double random = RANDOM_INDEX[rows.size() - 1];
    return random == 0 ? 0 : consistencyIndex() / random;
  }

  /** CI. */
  double consistencyIndex() {
    int n = rows.size();
    return n == 1 ? 0 : Math.max(0, (greatestEigenvalue() - n) / (n - 1));
  }

  /** λmax, not below n. */
  double greatestEigenvalue() {
    double[] weights = weights();
    double[] image = times(weights);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += image[i] / weights[i];
    }
    return sum / weights.length;
  }

  private double[] times(double[] vector) {
    double[] image = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        image[i] += rows.get(i).get(j) * vector[j];
      }
    }
    return image;
  }
}
