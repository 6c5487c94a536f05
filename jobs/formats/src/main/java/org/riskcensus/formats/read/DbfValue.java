package org.riskcensus.formats.read;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.JulianFields;
import java.util.List;

/**
 * Text of one value in a row of a dBASE table. Numbers keep the digits in the file; dates become
 * ISO dates; a number column full of asterisks, which writers put for no value, is empty.
 */
final class DbfValue {

  private final Charset charset;

  DbfValue(Charset charset) {
    this.charset = charset;
  }

  /** The text, empty where there is no value. */
  String read(byte[] row, DbfHeader.Field field, String name, List<String> problems) {
    int at = field.offset();
    return switch (field.type()) {
      case 'C', 'V' -> text(row, at, trimmed(row, at, field.length()));
      case 'D' -> date(ascii(row, at, field.length()));
      case 'L' -> truth(ascii(row, at, field.length()));
      case 'I', '+' -> String.valueOf(binary(row, at, field.length()).getInt());
      case 'O' -> real(binary(row, at, field.length()));
      case 'B' -> field.length() == 8 ? real(binary(row, at, 8)) : memo(row, field, name, problems);
      case 'Y' -> BigDecimal.valueOf(binary(row, at, field.length()).getLong(), 4).toPlainString();
      case 'T', '@' -> moment(binary(row, at, field.length()));
      case 'M', 'G', 'P', 'W' -> memo(row, field, name, problems);
      default -> number(ascii(row, at, field.length()));
    };
  }

  private String text(byte[] row, int offset, int length) {
    return DbfCharset.decode(charset, row, offset, length);
  }

  /** Length without the blanks and zero bytes that fill the column. */
  private static int trimmed(byte[] row, int offset, int length) {
    int end = length;
    while (end > 0 && (row[offset + end - 1] == ' ' || row[offset + end - 1] == 0)) {
      end--;
    }
    return end;
  }

  private static String ascii(byte[] row, int offset, int length) {
    return new String(row, offset, length, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
  }

  private static String number(String text) {
    return text.matches("\\*+") ? "" : text;
  }

  private static String date(String text) {
    if (text.isEmpty() || text.equals("00000000")) {
      return "";
    }
    return text.matches("[0-9]{8}")
        ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
        : text;
  }

  private static String truth(String text) {
    return switch (text) {
      case "T", "t", "Y", "y" -> "true";
      case "F", "f", "N", "n" -> "false";
      case "?" -> "";
      default -> text;
    };
  }

  private static ByteBuffer binary(byte[] row, int offset, int length) {
    ByteBuffer wide = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    wide.put(row, offset, Math.min(length, 8));
    return wide.rewind();
  }

  private static String real(ByteBuffer bytes) {
    double value = bytes.getDouble();
    return Double.isFinite(value) ? NumberText.of(value) : "";
  }

  /** Julian day and milliseconds of the day. */
  private static String moment(ByteBuffer bytes) {
    int day = bytes.getInt();
    int millis = bytes.getInt();
    if (day <= 0 || millis < 0 || millis >= 86_400_000) {
      return "";
    }
    LocalDate date = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day);
    return LocalDateTime.of(date, LocalTime.ofNanoOfDay(millis * 1_000_000L)).toString();
  }

  private static String memo(
      byte[] row, DbfHeader.Field field, String name, List<String> problems) {
    boolean filled =
        field.length() == 4
            ? binary(row, field.offset(), 4).getInt() != 0
            : !ascii(row, field.offset(), field.length()).isEmpty();
    if (filled) {
      problems.add("the memo field of " + name + " is in another file and is not read");
    }
    return "";
  }
}
