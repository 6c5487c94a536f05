package org.riskcensus.core.hazard;

/**
 * The weighted mean of the factors that are known: {@code Σ wᵢ xᵢ / Σ wᵢ}. A factor that was not
 * reported is left out together with its weight, for null is not zero. Mutable, for one use.
 */
public final class WeightedMean {

  private double sum;
  private double weights;

  /** Adds a known factor. */
  public WeightedMean add(double weight, double value) {
    sum += weight * value;
    weights += weight;
    return this;
  }

  /** Whether nothing with a weight was added. */
  public boolean isEmpty() {
    return weights == 0;
  }

  /**
   * The mean of what was added.
   *
   * @throws IllegalStateException when nothing with a weight was added
   */
  public double value() {
    if (isEmpty()) {
      throw new IllegalStateException("no factor is known");
    }
    return sum / weights;
  }
}
