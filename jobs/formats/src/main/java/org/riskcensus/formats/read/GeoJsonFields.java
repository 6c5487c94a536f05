package org.riskcensus.formats.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;

/**
 * The properties met in a GeoJSON file and the one type that holds all values of each: whole
 * numbers, numbers and truth values stay what they are, anything else and any mixture is text.
 */
final class GeoJsonFields {

  /** Whole numbers of so many digits fit a long, and fewer are exact in a double. */
  private static final int LONG_DIGITS = 18;

  private static final int DOUBLE_DIGITS = 15;

  private final Map<String, @Nullable FieldType> types = new LinkedHashMap<>();
  private final Map<String, Boolean> wide = new LinkedHashMap<>();

  /** Takes the value at the parser's place into account; null only as a name. */
  void add(String name, JsonParser json) throws IOException {
    JsonToken value = json.currentToken();
    FieldType known = types.get(name);
    if (value == JsonToken.VALUE_NULL) {
      types.putIfAbsent(name, null);
      return;
    }
    FieldType met = type(value, json);
    if (met == FieldType.LONG && json.getTextLength() > DOUBLE_DIGITS) {
      wide.put(name, true);
    }
    types.put(name, known == null || known == met ? met : both(name, known, met));
  }

  private static FieldType type(JsonToken value, JsonParser json) throws IOException {
    return switch (value) {
      case VALUE_TRUE, VALUE_FALSE -> FieldType.BOOLEAN;
      case VALUE_NUMBER_FLOAT -> FieldType.DOUBLE;
      case VALUE_NUMBER_INT ->
          json.getTextLength() <= LONG_DIGITS ? FieldType.LONG : FieldType.STRING;
      default -> FieldType.STRING;
    };
  }

  private FieldType both(String name, FieldType a, FieldType b) {
    boolean numbers =
        (a == FieldType.LONG || a == FieldType.DOUBLE)
            && (b == FieldType.LONG || b == FieldType.DOUBLE);
    return numbers && !wide.containsKey(name) ? FieldType.DOUBLE : FieldType.STRING;
  }

  List<String> names() {
    return List.copyOf(types.keySet());
  }

  /** The types of those that are not text. */
  Map<String, FieldType> types() {
    Map<String, FieldType> known = new LinkedHashMap<>();
    types.forEach(
        (name, type) -> {
          boolean lost = type == FieldType.DOUBLE && wide.containsKey(name);
          if (type != null && type != FieldType.STRING && !lost) {
            known.put(name, type);
          }
        });
    return known;
  }
}
