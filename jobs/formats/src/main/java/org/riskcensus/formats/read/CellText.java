package org.riskcensus.formats.read;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * Text of a spreadsheet cell: numbers as {@link NumberText}, cells of a date format as ISO dates,
 * formulas by their stored value, truth values as {@code true} and {@code false}.
 */
final class CellText {

  private static final Set<String> ERRORS =
      Set.of("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA");

  /** Day 0 of the two date systems of Excel. */
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

  /** The last day a spreadsheet can hold, 9999-12-31. */
  private static final double LAST_DAY = 2958466;

  private final LocalDate dayZero;

  CellText(boolean from1904) {
    dayZero = from1904 ? DAY_0_OF_1904 : DAY_0;
  }

  /** The text, empty for an empty cell; a cell that holds an error adds a problem. */
  String of(Cell cell, List<String> problems) {
    Object value = cell.getValue();
    if (value == null) {
      return "";
    }
    if (cell.getType() == CellType.ERROR || ERRORS.contains(value.toString())) {
      problems.add("cell " + cell.getAddress() + " holds the error " + cell.getRawValue());
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number(number, cell);
    }
    return value.toString();
  }

  private String number(BigDecimal number, Cell cell) {
    double value = number.doubleValue();
    if (isDate(cell.getDataFormatId(), cell.getDataFormatString())
        && value >= 0
        && value < LAST_DAY) {
      return date(value);
    }
    return number.scale() <= 0 && number.precision() <= 18
        ? number.toPlainString()
        : NumberText.of(value);
  }

  private String date(double days) {
    long seconds = Math.round(days * 86400);
    LocalDateTime moment = dayZero.atStartOfDay().plus(Duration.ofSeconds(seconds));
    if (seconds < 86400) {
      return moment.toLocalTime().toString();
    }
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toString();
  }

  /**
   * Whether a number format shows dates: one of the built-in numbers (27 to 36 and 50 to 58 are
   * those of Chinese Excel), or a pattern with year, month, day, hour or second outside quotes.
   */
  static boolean isDate(@Nullable Integer id, @Nullable String pattern) {
    if (id != null
        && ((id >= 14 && id <= 22)
            || (id >= 27 && id <= 36)
            || (id >= 45 && id <= 47)
            || (id >= 50 && id <= 58))) {
      return true;
    }
    if (pattern == null) {
      return false;
    }
    String bare =
        pattern
            .toLowerCase(Locale.ROOT)
            .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
            .replaceAll("\\[(?!(?:h+|m+|s+)])[^]]*]", "")
            .replace("general", "");
    return bare.matches("(?s).*[ymdhs].*");
  }
}
