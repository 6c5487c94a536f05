package org.riskcensus.pipeline.job.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as readers want them: three significant digits, no exponents; “…” is not known. */
final class Figures {

  private static final String UNKNOWN = "…";
  private static final double SQUARE_METRES_PER_KM2 = 1e6;

  private Figures() {}

  /** An index or weight. */
  static String index(@Nullable Double value) {
    return value == null ? UNKNOWN : significant(value);
  }

  private static String significant(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A share of a whole in percent. */
  static String percent(double part, double whole) {
    return whole > 0 ? String.format(Locale.ROOT, "%.1f%%", 100 * part / whole) : UNKNOWN;
  }

  static String km2(double squareMetres) {
    return String.format(Locale.ROOT, "%,.2f", squareMetres / SQUARE_METRES_PER_KM2);
  }

  /** A quantity: whole from a hundred on. */
  static String quantity(@Nullable Double value) {
    if (value == null) {
      return UNKNOWN;
    }
    return Math.abs(value) >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : significant(value);
  }
}
