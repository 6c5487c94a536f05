package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Flood zoning 洪水区划: the zoning degree 区划度 of a place is the integral of depth over the annual
 * exceedance probability {@code f = 1/T}, in metres,
 *
 * <pre>
 * D = ∫₀¹ h df = Σ (fᵢ − fᵢ₊₁)(hᵢ + hᵢ₊₁)/2 + what the rules say below the first and beyond the last
 * </pre>
 *
 * over the mapped return periods, ascending. Where floods of several rivers meet, the deepest
 * counts at each return period, never their sum. The degree never falls when a depth grows.
 *
 * @param cuts degrees from which the classes but the lowest begin
 * @param belowFirst depth of floods more frequent than the first return period, up to one a year
 * @param beyondLast depth of floods rarer than the last
 */
public record FloodZoning(LevelBreaks cuts, End belowFirst, End beyondLast)
    implements Serializable {

  /** The depth at an end of the mapped return periods. */
  public enum End {
    /** Dry. */
    ZERO,
    /** As deep as the nearest mapped flood. */
    CONSTANT
  }

  /** The class of a degree, 1 the lowest. */
  public int classOf(double degree) {
    return cuts.levelOf(degree);
  }

  /** The zoning degree of a place that these rivers reach, in metres. */
  public double degree(Collection<RiverDepths> rivers) {
    SortedSet<Double> years = new TreeSet<>();
    rivers.forEach(river -> Arrays.stream(river.mappedYears()).forEach(y -> years.add((double) y)));
    years.add(1.0);
    years.add(Double.POSITIVE_INFINITY);
    double degree = 0;
    double before = 1;
    for (double after : years.tailSet(Math.nextUp(1.0))) {
      double mean = (deepest(rivers, before, true) + deepest(rivers, after, false)) / 2;
      degree += (1 / before - 1 / after) * mean;
      before = after;
    }
    return degree;
  }

  private double deepest(Collection<RiverDepths> rivers, double years, boolean rarer) {
    return rivers.stream().mapToDouble(river -> river.depth(years, rarer, this)).max().orElse(0);
  }
}
