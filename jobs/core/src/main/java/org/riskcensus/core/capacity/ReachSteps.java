package org.riskcensus.core.capacity;

import java.io.Serializable;
import java.util.List;

/**
 * Reach of a facility by its size 服务半径: the metres of the highest step that the size comes up to.
 *
 * @param from sizes at which steps begin, ascending; the first is the least size with a reach
 * @param metres reach of each step, not falling
 */
public record ReachSteps(List<Double> from, List<Double> metres) implements Serializable {

  /** Refuses steps that are out of order. */
  public ReachSteps {
    from = List.copyOf(from);
    metres = List.copyOf(metres);
    if (from.isEmpty() || from.size() != metres.size()) {
      throw new IllegalArgumentException("a step is [size from which on, metres]");
    }
    for (int i = 0; i < from.size(); i++) {
      boolean ascends = i == 0 || (from.get(i) > from.get(i - 1) && grows(metres, i));
      if (!ascends || !(metres.get(i) > 0)) {
        throw new IllegalArgumentException(
            "sizes of steps must ascend and their metres not fall: " + from + ", " + metres);
      }
    }
  }

  private static boolean grows(List<Double> metres, int i) {
    return metres.get(i) >= metres.get(i - 1);
  }

  /** The reach in metres; 0 below the first step. */
  public double metres(double size) {
    double reach = 0;
    for (int i = 0; i < from.size() && size >= from.get(i); i++) {
      reach = metres.get(i);
    }
    return reach;
  }
}
