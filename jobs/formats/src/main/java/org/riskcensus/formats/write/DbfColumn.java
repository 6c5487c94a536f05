package org.riskcensus.formats.write;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One column of a dBASE III table. Numbers are written as decimal text; no value is blank, never
 * zero. The width of a text column is that of its widest value.
 */
final class DbfColumn {

  static final int MAX_NAME = 10;
  static final int MAX_TEXT = 254;
  private static final int NUMBER_WIDTH = 24;
  private static final int DECIMALS = 15;

  private final byte[] name;
  private final FieldType type;
  private int widest = 1;

  DbfColumn(byte[] name, FieldType type) {
    this.name = name;
    this.type = type;
  }

  byte[] name() {
    return name;
  }

  char code() {
    return switch (type) {
      case STRING -> 'C';
      case INTEGER, LONG, DOUBLE -> 'N';
      case BOOLEAN -> 'L';
      case DATE -> 'D';
    };
  }

  int width() {
    return switch (type) {
      case STRING -> widest;
      case INTEGER -> 11;
      case LONG -> Math.max(18, widest);
      case DOUBLE -> NUMBER_WIDTH;
      case BOOLEAN -> 1;
      case DATE -> 8;
    };
  }

  int decimals() {
    return type == FieldType.DOUBLE ? DECIMALS : 0;
  }

  boolean leftAligned() {
    return code() != 'N';
  }

  byte[] bytes(@Nullable Object value, Charset charset) {
    byte[] bytes =
        type == FieldType.STRING && value != null
            ? value.toString().getBytes(charset)
            : plain(value).getBytes(StandardCharsets.US_ASCII);
    widest = Math.max(widest, bytes.length);
    return bytes;
  }

  private String plain(@Nullable Object value) {
    if (value == null) {
      return type == FieldType.BOOLEAN ? "?" : "";
    }
    return switch (type) {
      case BOOLEAN -> Boolean.TRUE.equals(value) ? "T" : "F";
      case DATE -> ((LocalDate) value).format(DateTimeFormatter.BASIC_ISO_DATE);
      case DOUBLE -> decimal((Double) value);
      default -> value.toString();
    };
  }

  /** As many digits as fit the width, without exponent where possible. */
  private static String decimal(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    String text = exact.toPlainString();
    if (text.length() <= NUMBER_WIDTH) {
      return text;
    }
    int whole = exact.setScale(0, RoundingMode.DOWN).toPlainString().length();
    return whole + 2 <= NUMBER_WIDTH && Math.abs(value) >= 1e-6
        ? exact.setScale(NUMBER_WIDTH - 2 - whole, RoundingMode.HALF_EVEN).toPlainString()
        : Double.toString(value);
  }
}
