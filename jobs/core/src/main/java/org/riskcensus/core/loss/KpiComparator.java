package org.riskcensus.core.loss;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a plan compares a value with its target; {@code <} and {@code <=} are kept apart as filed.
 */
public enum KpiComparator {
  AT_MOST("<="),
  BELOW("<"),
  AT_LEAST(">="),
  ABOVE(">");

  private final String symbol;

  KpiComparator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /** The comparator of a symbol, if it is one. */
  public static Optional<KpiComparator> find(String symbol) {
    return Arrays.stream(values()).filter(each -> each.symbol.equals(symbol)).findFirst();
  }

  /** Whether a value meets the target. */
  public boolean met(double value, double target) {
    int order = BigDecimal.valueOf(value).compareTo(BigDecimal.valueOf(target));
    return switch (this) {
      case AT_MOST -> order <= 0;
      case BELOW -> order < 0;
      case AT_LEAST -> order >= 0;
      case ABOVE -> order > 0;
    };
  }
}
