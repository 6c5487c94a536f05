package org.riskcensus.pipeline.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What geometry the rows of a table carry. */
public enum GeometryKind {
  /** No geometry columns. */
  NONE,
  POINT,
  LINE,
  POLYGON,
  /** A geometry of any dimension. */
  ANY,
  /** A geometry of any dimension, or none: the row then stands for its administrative unit. */
  OPTIONAL;

  /** Whether the table has geometry columns. */
  public boolean present() {
    return this != NONE;
  }

  /** Whether every row must have a geometry. */
  public boolean required() {
    return this != NONE && this != OPTIONAL;
  }

  static Optional<GeometryKind> find(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }
}
