package org.riskcensus.formats.read;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Text of numbers that a file keeps in binary: the shortest digits that give the same number, with
 * neither exponent nor a trailing {@code .0}, so that {@code 0.1} reads 0.1 and a code stays whole.
 */
final class NumberText {

  /** What spreadsheets and databases show of a double. */
  private static final MathContext SHOWN = new MathContext(15);

  private NumberText() {}

  static String of(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value));
    BigDecimal shown = exact.round(SHOWN);
    return plain(shown.doubleValue() == value ? shown : exact);
  }

  static String of(float value) {
    return plain(new BigDecimal(Float.toString(value)));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
