package org.riskcensus.pipeline.job.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One row to file: values by column name, and a geometry. Immutable. */
final class FiledRow {

  private final Map<String, Object> values;
  private final @Nullable Geometry geometry;

  private FiledRow(Map<String, Object> values, @Nullable Geometry geometry) {
    this.values = values;
    this.geometry = geometry;
  }

  /**
   * A row of {@code name, value, name, value…}; values are String, Integer, Long, Double or
   * LocalDate.
   */
  static FiledRow of(@Nullable Geometry geometry, Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new FiledRow(values, geometry);
  }

  /** A copy with another value; null leaves the cell empty. */
  FiledRow with(String name, @Nullable Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(values);
    if (value == null) {
      copy.remove(name);
    } else {
      copy.put(name, value);
    }
    return new FiledRow(copy, geometry);
  }

  /** A copy with other values too. */
  FiledRow withAll(Map<String, Object> more) {
    Map<String, Object> copy = new LinkedHashMap<>(values);
    copy.putAll(more);
    return new FiledRow(copy, geometry);
  }

  /** A copy with another geometry. */
  FiledRow at(@Nullable Geometry other) {
    return new FiledRow(values, other);
  }

  /** The value of a column; null where the row has none. */
  @Nullable Object find(String name) {
    return values.get(name);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    return String.valueOf(values.get(name));
  }

  /** The value as a number; text as people type it, with commas, is read as one. */
  double number(String name) {
    Object value = values.get(name);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof String text && text.matches("[0-9,.]+")) {
      return Double.parseDouble(text.replace(",", ""));
    }
    throw new IllegalStateException(name + " is no number but " + value);
  }

  @Nullable Geometry geometry() {
    return geometry;
  }

  Geometry shape() {
    if (geometry == null) {
      throw new IllegalStateException("the row has no geometry");
    }
    return geometry;
  }
}
