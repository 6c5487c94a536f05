package org.riskcensus.core.hazard;

import java.io.Serializable;

/**
 * Min-max normalisation against a fixed range: {@code (x − min) / (max − min)}, kept within 0 and
 * 1. The range is part of the method, so that years and counties stay comparable.
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

  /** Refuses an empty range, and a logarithmic one that does not start above 0. */
  public ReferenceRange {
    if (!(min < max)) {
      throw new IllegalArgumentException("range needs min < max, got " + min + ".." + max);
    }
    if (scale == Scale.LOG && min <= 0) {
      throw new IllegalArgumentException("a logarithmic range starts above 0, got " + min);
    }
  }

  /** A linear range. */
  public static ReferenceRange linear(double min, double max) {
    return new ReferenceRange(min, max, Scale.LINEAR);
  }

  /** Where {@code value} lies in the range, 0 to 1. */
  public double normalise(double value) {
    if (value <= min) {
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
