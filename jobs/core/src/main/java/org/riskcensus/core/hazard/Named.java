package org.riskcensus.core.hazard;

import java.util.Map;

/** Look-up in the tables of a method, which must know every code that data can hold. */
final class Named {

  private Named() {}

  /**
   * The value of {@code code}.
   *
   * @throws IllegalArgumentException when the method has none
   */
  static <T> T get(String what, Map<String, T> table, String code) {
    T value = table.get(code);
    if (value == null) {
      throw new IllegalArgumentException("the method has no " + what + " for '" + code + "'");
    }
    return value;
  }
}
