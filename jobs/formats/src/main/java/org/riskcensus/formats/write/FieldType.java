package org.riskcensus.formats.write;

import java.time.LocalDate;

/** The value types every output format can hold, each with its one Java class. */
public enum FieldType {
  STRING {
    @Override
    Object convert(Object value) {
      return value.toString();
    }
  },
  INTEGER {
    @Override
    Object convert(Object value) {
      return Math.toIntExact(whole(value));
    }
  },
  LONG {
    @Override
    Object convert(Object value) {
      return whole(value);
    }
  },
  DOUBLE {
    @Override
    Object convert(Object value) {
      return number(value).doubleValue();
    }
  },
  BOOLEAN {
    @Override
    Object convert(Object value) {
      return (Boolean) value;
    }
  },
  DATE {
    @Override
    Object convert(Object value) {
      return (LocalDate) value;
    }
  };

  /**
   * The value in the class of this type; nothing is lost.
   *
   * @throws ClassCastException for a value of another kind
   * @throws ArithmeticException for a number that the type cannot hold
   */
  abstract Object convert(Object value);

  private static Number number(Object value) {
    return (Number) value;
  }

  private static long whole(Object value) {
    Number number = number(value);
    if ((number instanceof Double || number instanceof Float)
        && number.doubleValue() != Math.rint(number.doubleValue())) {
      throw new ArithmeticException("not a whole number: " + number);
    }
    return number.longValue();
  }
}
