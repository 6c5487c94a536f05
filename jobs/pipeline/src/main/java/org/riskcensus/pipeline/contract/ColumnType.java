package org.riskcensus.pipeline.contract;

import java.util.Arrays;
import java.util.Optional;

/** The value types a contract may name. */
public enum ColumnType {
  STRING("string"),
  INT("int"),
  LONG("long"),
  DOUBLE("double"),
  BOOLEAN("boolean"),
  DATE("date"),
  TIMESTAMP("timestamp"),
  BINARY("binary"),
  /** Field names as filed to their texts; only where rows are kept as filed. */
  ATTRIBUTES("map<string,string>");

  private final String text;

  ColumnType(String text) {
    this.text = text;
  }

  /** The name used in contracts. */
  public String text() {
    return text;
  }

  /** Whether values are numbers, so that a unit and a range make sense. */
  public boolean numeric() {
    return this == INT || this == LONG || this == DOUBLE;
  }

  static Optional<ColumnType> find(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }
}
