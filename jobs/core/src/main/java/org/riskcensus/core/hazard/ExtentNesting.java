package org.riskcensus.core.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.CoverageParts;

/**
 * The flood extents of one river by return period: the rarer flood must hold the commoner one, and
 * be as deep. The extent is held by its shape. Depth is held by area, which costs no overlay: for
 * each depth, the area at least that deep must not shrink as floods get rarer. Lines are drawn by
 * hand, so a share of the area is tolerated. Depth classes of one return period must not overlap.
 */
public final class ExtentNesting {

  /**
   * One return period that is not within the next.
   *
   * @param returnPeriodA the commoner flood, years
   * @param rarerA the rarer one
   * @param depthM depth for which it fails; 0 for the extent as a whole
   * @param areaM2 area of the commoner flood at least that deep
   * @param missingM2 area of it that the rarer flood lacks
   * @param place in the largest part that lies outside; null for a depth
   */
  public record Violation(
      int returnPeriodA,
      int rarerA,
      double depthM,
      double areaM2,
      double missingM2,
      @Nullable Coordinate place) {}

  private final NavigableMap<Integer, NavigableMap<Double, List<Geometry>>> extents =
      new TreeMap<>();
  private final double maxShare;
  private final CoverageParts parts;

  /**
   * No extents yet.
   *
   * @param maxShare share of the area that may lie outside, 0 to 1
   * @param parts which differences count at all
   */
  public ExtentNesting(double maxShare, CoverageParts parts) {
    this.maxShare = maxShare;
    this.parts = parts;
  }

  /** Adds the extent of one depth class. */
  public void add(int returnPeriodA, double depthM, Geometry extent) {
    extents
        .computeIfAbsent(returnPeriodA, a -> new TreeMap<>())
        .computeIfAbsent(depthM, d -> new ArrayList<>())
        .add(extent);
  }

  /** What does not nest, each return period against the next; depths only where extents nest. */
  public List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    Geometry whole = null;
    for (int period : extents.keySet()) {
      Integer rarer = extents.higherKey(period);
      if (rarer != null) {
        Geometry inner = whole == null ? union(period) : whole;
        whole = union(rarer);
        Optional<Violation> outside = outside(period, rarer, inner, whole);
        violations.addAll(outside.map(List::of).orElseGet(() -> shallower(period, rarer)));
      }
    }
    return violations;
  }

  private Optional<Violation> outside(int period, int rarer, Geometry inner, Geometry outer) {
    return parts
        .outside(inner, outer)
        .filter(found -> found.areaM2() > maxShare * inner.getArea())
        .map(f -> new Violation(period, rarer, 0, inner.getArea(), f.areaM2(), f.place()));
  }

  private List<Violation> shallower(int period, int rarer) {
    List<Violation> violations = new ArrayList<>();
    for (double depth : classes(period).keySet()) {
      double area = area(period, depth);
      double missing = area - area(rarer, depth);
      if (missing > maxShare * area && missing >= parts.minAreaM2()) {
        violations.add(new Violation(period, rarer, depth, area, missing, null));
      }
    }
    return violations;
  }

  private NavigableMap<Double, List<Geometry>> classes(int period) {
    return extents.getOrDefault(period, new TreeMap<>());
  }

  private Geometry union(int period) {
    return CoverageParts.union(classes(period).values().stream().flatMap(List::stream).toList());
  }

  private double area(int period, double depth) {
    return classes(period).tailMap(depth, true).values().stream()
        .flatMap(List::stream)
        .mapToDouble(Geometry::getArea)
        .sum();
  }
}
