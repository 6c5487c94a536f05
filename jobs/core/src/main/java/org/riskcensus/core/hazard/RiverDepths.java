package org.riskcensus.core.hazard;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.riskcensus.core.hazard.FloodZoning.End;

/**
 * How deep the floods of one river stand at a place, by the return periods its floods were mapped
 * for. A mapped flood that does not reach the place is 0 deep; between mapped return periods the
 * depth is linear in the exceedance probability {@code 1/T}, as it is not known to be 0 there.
 */
public final class RiverDepths {

  private final NavigableMap<Integer, Double> depths = new TreeMap<>();

  /**
   * A river that stands nowhere yet.
   *
   * @param mappedYears return periods that floods of the river were mapped for, at least 1
   */
  public RiverDepths(Iterable<Integer> mappedYears) {
    for (int years : mappedYears) {
      if (years < 1) {
        throw new IllegalArgumentException("a return period is at least one year, got " + years);
      }
      depths.put(years, 0.0);
    }
  }

  /** A flood of this river stands at least so deep here. */
  public void reach(int years, double depthMetres) {
    if (depths.computeIfPresent(years, (key, depth) -> Math.max(depth, depthMetres)) == null) {
      throw new IllegalArgumentException("no flood of " + years + " years is mapped");
    }
  }

  Iterable<Integer> mappedYears() {
    return depths.keySet();
  }

  /**
   * The depth on one side of a return period.
   *
   * @param years return period; infinite for floods rarer than all
   * @param rarer whether the side of the rarer floods is meant, where the rules of both ends make
   *     the depth jump
   */
  double depth(double years, boolean rarer, FloodZoning rules) {
    if (years < depths.firstKey() || (years == depths.firstKey() && !rarer)) {
      return rules.belowFirst() == End.CONSTANT ? depths.firstEntry().getValue() : 0;
    }
    if (years > depths.lastKey() || (years == depths.lastKey() && rarer)) {
      return rules.beyondLast() == End.CONSTANT ? depths.lastEntry().getValue() : 0;
    }
    var before = depths.floorEntry((int) years);
    var after = depths.ceilingEntry((int) years);
    if (before.getKey().equals(after.getKey())) {
      return before.getValue();
    }
    double near = 1.0 / before.getKey();
    double share = (near - 1 / years) / (near - 1.0 / after.getKey());
    return before.getValue() + share * (after.getValue() - before.getValue());
  }
}
