package org.riskcensus.formats.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * How numbers are written: the same in text, on paper and in workbooks. Halves are rounded away
 * from zero on the decimal digits that a reader sees ({@code 2.675} becomes {@code 2.68}), not on
 * the binary value behind them, which is what spreadsheets do too.
 *
 * @param decimals digits after the point, 0 to 6
 * @param signed whether gains carry a plus
 */
public record NumberForm(int decimals, boolean signed) {

  /** Counts: persons, rooms, rows. */
  public static final NumberForm WHOLE = new NumberForm(0, false);

  /** Money, areas, rates with two digits. */
  public static final NumberForm TWO = new NumberForm(2, false);

  /** Shares and indices that need no more. */
  public static final NumberForm ONE = new NumberForm(1, false);

  /** Changes in percent, with their sign. */
  public static final NumberForm CHANGE = new NumberForm(1, true);

  /** Checks the digits. */
  public NumberForm {
    if (decimals < 0 || decimals > 6) {
      throw new IllegalArgumentException("0 to 6 decimals, got " + decimals);
    }
  }

  /** The number with thousands separated, such as {@code 12,345.60}. */
  public String text(double value) {
    BigDecimal rounded = rounded(value);
    String sign = signed && rounded.signum() > 0 ? "+" : "";
    return sign + format().format(rounded);
  }

  /** The value to the digits of this form; never negative zero. */
  public BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /** The format code of a workbook. */
  public String excel() {
    String plain = "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
    return signed ? "+" + plain + ";-" + plain + ";" + plain : plain;
  }

  private DecimalFormat format() {
    String pattern = "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
    DecimalFormat format = new DecimalFormat(pattern, new DecimalFormatSymbols(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }
}
