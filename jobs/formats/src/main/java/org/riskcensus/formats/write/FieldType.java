package org.riskcensus.formats.write;

/** The value types every output format can hold. */
public enum FieldType {
  STRING,
  INTEGER,
  LONG,
  DOUBLE,
  BOOLEAN,
  DATE
}
