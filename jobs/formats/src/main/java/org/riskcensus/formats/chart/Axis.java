package org.riskcensus.formats.chart;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * An axis from zero with round steps (1, 2 or 5 times a power of ten), three to six of them.
 *
 * @param step distance of two ticks
 * @param ticks number of steps
 */
record Axis(BigDecimal step, int ticks) {

  private static final int WANTED = 5;

  /** The axis that holds {@code top}; one of a single unit where everything is zero. */
  static Axis upTo(double top) {
    if (top <= 0) {
      return new Axis(BigDecimal.ONE, 1);
    }
    int power = (int) Math.floor(Math.log10(top / WANTED));
    for (int factor : new int[] {1, 2, 5, 10}) {
      BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(power);
      int ticks = (int) Math.ceil(top / step.doubleValue() - 1e-9);
      if (ticks <= WANTED + 1) {
        return new Axis(step, ticks);
      }
    }
    throw new IllegalStateException("no step for " + top);
  }

  double end() {
    return step.doubleValue() * ticks;
  }

  /** Number at a tick, without useless zeros. */
  String label(int tick) {
    BigDecimal value = step.multiply(BigDecimal.valueOf(tick));
    BigDecimal plain = value.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
  }
}
