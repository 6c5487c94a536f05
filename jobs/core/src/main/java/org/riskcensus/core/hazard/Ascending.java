package org.riskcensus.core.hazard;

import java.util.List;

/** The check that numbers of a method strictly ascend. */
final class Ascending {

  private Ascending() {}

  /**
   * Refuses numbers that do not strictly ascend.
   *
   * @throws IllegalArgumentException naming {@code what}
   */
  static void require(String what, List<? extends Number> numbers) {
    for (int i = 1; i < numbers.size(); i++) {
      if (!(numbers.get(i - 1).doubleValue() < numbers.get(i).doubleValue())) {
        throw new IllegalArgumentException(what + " must strictly ascend, got " + numbers);
      }
    }
  }
}
