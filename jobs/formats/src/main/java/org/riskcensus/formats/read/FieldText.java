package org.riskcensus.formats.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.riskcensus.formats.write.FieldType;

/** The text of a value as a value of the type its file declares. */
public final class FieldText {

  private FieldText() {}

  /** The value in the class of the type; empty when the text is none of it. */
  public static Optional<Object> parse(FieldType type, String filed) {
    String text = filed.strip();
    try {
      return switch (type) {
        case STRING -> Optional.of(filed);
        case INTEGER -> Optional.of(new BigDecimal(text).intValueExact());
        case LONG -> Optional.of(new BigDecimal(text).longValueExact());
        case DOUBLE -> finite(new BigDecimal(text).doubleValue());
        case BOOLEAN -> truth(text);
        case DATE -> Optional.of(LocalDate.parse(text));
      };
    } catch (NumberFormatException | ArithmeticException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> finite(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }

  private static Optional<Object> truth(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
