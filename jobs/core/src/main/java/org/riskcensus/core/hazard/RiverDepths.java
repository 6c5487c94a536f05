package org.riskcensus.core.hazard;

import java.util.Arrays;
import java.util.Collection;
import org.riskcensus.core.hazard.FloodZoning.End;

/**
 * How deep the floods of one river stand at a place, by the return periods its floods were mapped
 * for. A mapped flood that does not reach the place is 0 deep; between mapped return periods the
 * depth is linear in the exceedance probability {@code 1/T}, as it is not known to be 0 there.
 */
public final class RiverDepths {

  private final int[] years;
  private final double[] depths;

  /**
   * A river that stands nowhere yet.
   *
   * @param mappedYears return periods that floods of the river were mapped for, at least 1
   */
  public RiverDepths(Collection<Integer> mappedYears) {
    years = mappedYears.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
    depths = new double[years.length];
    if (years.length == 0 || years[0] < 1) {
      throw new IllegalArgumentException(
          "a return period is at least one year, got " + mappedYears);
    }
  }

  /** A flood of this river stands at least so deep here. */
  public void reach(int returnPeriod, double depthMetres) {
    int at = Arrays.binarySearch(years, returnPeriod);
    if (at < 0) {
      throw new IllegalArgumentException("no flood of " + returnPeriod + " years is mapped");
    }
    depths[at] = Math.max(depths[at], depthMetres);
  }

  int[] mappedYears() {
    return years.clone();
  }

  /**
   * The depth on one side of a return period.
   *
   * @param returnPeriod years; infinite for floods rarer than all
   * @param rarer whether the side of the rarer floods is meant, where the rules of both ends make
   *     the depth jump
   */
  double depth(double returnPeriod, boolean rarer, FloodZoning rules) {
    int last = years.length - 1;
    if (returnPeriod < years[0] || (returnPeriod == years[0] && !rarer)) {
      return rules.belowFirst() == End.CONSTANT ? depths[0] : 0;
    }
    if (returnPeriod > years[last] || (returnPeriod == years[last] && rarer)) {
      return rules.beyondLast() == End.CONSTANT ? depths[last] : 0;
    }
    int after = 0;
    while (years[after] < returnPeriod) {
      after++;
    }
    return years[after] == returnPeriod ? depths[after] : between(after, returnPeriod);
  }

  private double between(int after, double returnPeriod) {
    double near = 1.0 / years[after - 1];
    double share = (near - 1 / returnPeriod) / (near - 1.0 / years[after]);
    return depths[after - 1] + share * (depths[after] - depths[after - 1]);
  }
}
