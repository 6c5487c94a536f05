package org.riskcensus.pipeline.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Wording;

/**
 * Text as filed to a typed value: {@link String}, {@link Integer}, {@link Long}, {@link Double},
 * {@link Boolean}, {@link java.time.LocalDate} or {@link Instant}.
 */
final class ValueText {

  /** What numbers stay below, so that they, and sums of many of them, are kept exactly. */
  private static final BigDecimal LIMIT = BigDecimal.valueOf(10_000_000_000_000L);

  private ValueText() {}

  /** The value, or nothing where the text does not say one of this type. */
  static Optional<Object> parse(ColumnType type, String text, @Nullable UnitConversion units) {
    return switch (type) {
      case STRING -> Optional.of(FiledText.strip(text));
      case INT -> number(text, units).flatMap(ValueText::whole).flatMap(ValueText::asInt);
      case LONG -> number(text, units).flatMap(ValueText::whole).map(n -> n);
      case DOUBLE -> number(text, units).map(BigDecimal::doubleValue);
      case BOOLEAN -> truth(text).map(b -> b);
      case DATE -> DateText.parse(text).map(d -> d);
      case TIMESTAMP -> instant(text).map(i -> i);
      case BINARY, ATTRIBUTES ->
          throw new IllegalArgumentException("a " + type.text() + " is never filed as text");
    };
  }

  /** What a filer should write for a value of this type instead of a text that says none. */
  static Wording expected(ColumnType type, String text, @Nullable UnitConversion units) {
    boolean numeric = type == ColumnType.LONG || type == ColumnType.DOUBLE;
    if (numeric && converted(text, units).filter(n -> !within(n)).isPresent()) {
      return Wording.phrase("number_within");
    }
    return switch (type) {
      case INT, LONG -> Wording.phrase("whole_number");
      case DOUBLE -> Wording.phrase("number");
      case BOOLEAN -> Wording.phrase("yes_or_no");
      case DATE -> Wording.phrase("date");
      case TIMESTAMP -> Wording.phrase("time");
      case STRING, BINARY, ATTRIBUTES -> Wording.phrase("text");
    };
  }

  private static Optional<BigDecimal> number(String text, @Nullable UnitConversion units) {
    return converted(text, units).filter(ValueText::within);
  }

  private static Optional<BigDecimal> converted(String text, @Nullable UnitConversion units) {
    return NumberText.parse(text).map(n -> units == null ? n : units.apply(n));
  }

  private static boolean within(BigDecimal number) {
    return number.abs().compareTo(LIMIT) < 0;
  }

  private static Optional<Long> whole(BigDecimal number) {
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> asInt(long number) {
    return number == (int) number ? Optional.of((int) number) : Optional.empty();
  }

  private static Optional<Boolean> truth(String text) {
    return switch (FiledText.halfWidth(text).toLowerCase(Locale.ROOT)) {
      case "是", "true", "1", "y", "yes" -> Optional.of(true);
      case "否", "false", "0", "n", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(FiledText.strip(text)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
