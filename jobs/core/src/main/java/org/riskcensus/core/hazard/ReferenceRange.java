package org.riskcensus.core.hazard;

import java.io.Serializable;

/**
 * Min-max normalisation: {@code (x − min) / (max − min)}, kept within 0 and 1. A range of the
 * method keeps years and counties comparable; an observed one is recorded with its release. A cost
 * indicator, of which less is better, counts {@code 1 − x'}. A constant column ({@code min = max})
 * tells nothing: it gives 0 whatever the direction.
 *
 * @param min the value that counts 0
 * @param max the value that counts 1
 * @param scale linear, or logarithmic for quantities that span orders of magnitude (then min > 0)
 */
public record ReferenceRange(double min, double max, Scale scale) implements Serializable {

  /** How values between the ends are spread. */
  public enum Scale {
    LINEAR,
    LOG
  }

  /** Refuses a range that ends before it starts, and a logarithmic one from 0 or below. */
  public ReferenceRange {
    if (!(min <= max)) {
      throw new IllegalArgumentException("range needs min ≤ max, got " + min + ".." + max);
    }
    if (scale == Scale.LOG && min <= 0) {
      throw new IllegalArgumentException("a logarithmic range starts above 0, got " + min);
    }
  }

  /** A linear range. */
  public static ReferenceRange linear(double min, double max) {
    return new ReferenceRange(min, max, Scale.LINEAR);
  }

  /** Whether the column of this range is constant. */
  public boolean isConstant() {
    return min == max;
  }

  /** The normalised value of a cost indicator: {@code 1 − x'}. */
  public double normaliseCost(double value) {
    return isConstant() ? 0 : 1 - normalise(value);
  }

  /** Where {@code value} lies in the range, 0 to 1. */
  public double normalise(double value) {
    if (value <= min || isConstant()) {
      return 0;
    }
    if (value >= max) {
      return 1;
    }
    return scale == Scale.LINEAR
        ? (value - min) / (max - min)
        : StrictMath.log(value / min) / StrictMath.log(max / min);
  }
}
