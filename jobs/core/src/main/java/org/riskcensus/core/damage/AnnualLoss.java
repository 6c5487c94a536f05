package org.riskcensus.core.damage;

import java.io.Serializable;
import java.util.List;

/**
 * Expected annual loss (EAD, 期望年损失): the integral of loss over the frequency of events, 1/T for the
 * return period T in years.
 *
 * <p>Between return periods the loss runs as {@link Integration} says, beyond the rarest it is
 * constant, below the first as {@link BelowFirst} says. All of it is linear in the losses, so the
 * integral is a weighted sum whose weights depend on the return periods only. Immutable and
 * serialisable.
 */
public final class AnnualLoss implements Serializable {

  private static final long serialVersionUID = 1L;

  private final double[] weights;

  private AnnualLoss(double[] weights) {
    this.weights = weights;
  }

  /**
   * The integral for these return periods.
   *
   * @param years return periods, positive, strictly ascending, at least one
   * @throws IllegalArgumentException when they are not
   */
  public static AnnualLoss of(List<Double> years, Integration integration, BelowFirst below) {
    check(years);
    int n = years.size();
    double[] weights = new double[n];
    for (int i = 0; i + 1 < n; i++) {
      double rarer = integration.rarerWeight(years.get(i), years.get(i + 1));
      weights[i] += Integration.frequencies(years.get(i), years.get(i + 1)) - rarer;
      weights[i + 1] += rarer;
    }
    weights[n - 1] += 1 / years.get(n - 1);
    if (below == BelowFirst.CONSTANT) {
      weights[0] += Math.max(0, 1 - 1 / years.get(0));
    }
    return new AnnualLoss(weights);
  }

  private static void check(List<Double> years) {
    double before = 0;
    for (double year : years) {
      if (!(year > before && year < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("return periods must be positive and ascend: " + years);
      }
      before = year;
    }
    if (years.isEmpty()) {
      throw new IllegalArgumentException("at least one return period is needed");
    }
  }

  /** Loss a year, in the unit of the losses; {@code losses} one a return period, in their order. */
  public double of(double... losses) {
    if (losses.length != weights.length) {
      throw new IllegalArgumentException(losses.length + " losses for " + weights.length);
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * losses[i];
    }
    return sum;
  }
}
