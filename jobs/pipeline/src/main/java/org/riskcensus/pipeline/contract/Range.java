package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.math.BigDecimal;

/** Closed interval of plausible values, in the unit of its column. */
public record Range(double min, double max) implements Serializable {

  /** Whether {@code value} lies within, both ends included; NaN does not. */
  public boolean contains(double value) {
    return value >= min && value <= max;
  }

  /** Such as {@code 0 … 50}. */
  @Override
  public String toString() {
    return plain(min) + " … " + plain(max);
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
