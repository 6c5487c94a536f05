package org.riskcensus.core.inspection;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many objects of a stratum 层 are drawn: the share of them, rounded up, within limits, and
 * never more than there are. {@code n = min(N, most, max(least, ⌈share · N⌉))}.
 *
 * @param share above 0, up to 1
 * @param least objects drawn of a small stratum
 * @param most objects drawn of a large one, at least {@code least}
 */
public record SampleSize(double share, int least, int most) implements Serializable {

  /** Checks the limits. */
  public SampleSize {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share lies above 0 and up to 1, got " + share);
    }
    if (least < 1 || most < least) {
      throw new IllegalArgumentException(
          "limits of a sample are 1 <= least <= most, got " + least + " and " + most);
    }
  }

  /** Objects to draw of {@code objects}; in decimals, so that a tenth of 30 is 3. */
  public long of(long objects) {
    BigDecimal part = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(objects));
    long wanted = part.setScale(0, RoundingMode.CEILING).longValueExact();
    return Math.min(objects, Math.min(most, Math.max(least, wanted)));
  }
}
