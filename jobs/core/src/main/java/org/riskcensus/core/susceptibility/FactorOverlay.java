package org.riskcensus.core.susceptibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.riskcensus.core.risk.CellPart;

/**
 * The factors in one cell of a county, one class at each place. Polygons of one factor tile the
 * county when they are mapped well; where two overlap, the place belongs to the one whose id comes
 * first, so that areas of classes never add up to more than there is.
 */
public final class FactorOverlay {

  /**
   * What a polygon of a factor has in the cell.
   *
   * @param factor code of the factor
   * @param factorClass its class there
   * @param objectId id in the survey
   * @param part polygonal
   */
  public record Part(String factor, String factorClass, String objectId, CellPart part) {}

  /**
   * What a class has in the cell and county.
   *
   * @param count points and m²
   * @param overlap m² that other polygons of the factor hold and that were not counted for this one
   */
  public record Share(ClassCount count, double overlap) {}

  private final @Nullable CellPart county;
  private final List<CellPart> points;

  /**
   * An overlay.
   *
   * @param county the county in the cell; null where it has nothing of it
   * @param points hazard points of the county in the cell, each one point
   */
  public FactorOverlay(@Nullable CellPart county, List<CellPart> points) {
    this.county = county;
    this.points = points;
  }

  /** The classes of every factor, by factor and class; the order of the parts changes nothing. */
  public List<Share> shares(List<Part> parts) {
    Map<String, List<Part>> byFactor = new TreeMap<>();
    for (Part part : parts) {
      byFactor.computeIfAbsent(part.factor(), code -> new ArrayList<>()).add(part);
    }
    List<Share> shares = new ArrayList<>();
    byFactor.forEach(
        (factor, own) -> {
          own.sort(
              Comparator.comparing(Part::objectId)
                  .thenComparing(Part::factorClass)
                  .thenComparing((a, b) -> a.part().geometry().compareTo(b.part().geometry())));
          shares.addAll(ofFactor(factor, own));
        });
    return shares;
  }

  private List<Share> ofFactor(String factor, List<Part> parts) {
    double[] whole = parts.stream().mapToDouble(part -> inCounty(part.part())).toArray();
    double[] areas = areas(parts, whole);
    Map<String, double[]> classes = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) {
      double[] sums = classes.computeIfAbsent(parts.get(i).factorClass(), code -> new double[3]);
      sums[0] += areas[i];
      sums[1] += whole[i] - areas[i];
    }
    for (CellPart point : points) {
      holder(parts, point).ifPresent(code -> classes.getOrDefault(code, new double[3])[2]++);
    }
    List<Share> shares = new ArrayList<>();
    classes.forEach(
        (code, sums) ->
            shares.add(new Share(new ClassCount(factor, code, (long) sums[2], sums[0]), sums[1])));
    return shares;
  }

  private double inCounty(CellPart part) {
    return county == null ? 0 : part.shared(county);
  }

  /** The areas as they are, or, where parts overlap, what each adds to those before it. */
  private double[] areas(List<Part> parts, double[] whole) {
    if (county == null || !anyOverlap(parts)) {
      return whole;
    }
    double[] added = new double[whole.length];
    CellPart taken = parts.get(0).part();
    double before = whole[0];
    added[0] = before;
    for (int i = 1; i < added.length; i++) {
      taken = CellPart.union(List.of(taken, parts.get(i).part()));
      double now = inCounty(taken);
      added[i] = Math.max(0, Math.min(whole[i], now - before));
      before = Math.max(before, now);
    }
    return added;
  }

  /** By a tree of bounds: a cell may hold tens of thousands of pixels that only adjoin. */
  private static boolean anyOverlap(List<Part> parts) {
    STRtree tree = new STRtree();
    for (int i = 0; i < parts.size(); i++) {
      tree.insert(bounds(parts.get(i)), i);
    }
    for (int i = 0; i < parts.size(); i++) {
      for (Object near : tree.query(bounds(parts.get(i)))) {
        int other = (Integer) near;
        if (other < i && parts.get(i).part().overlaps(parts.get(other).part())) {
          return true;
        }
      }
    }
    return false;
  }

  private static Envelope bounds(Part part) {
    return part.part().geometry().getEnvelopeInternal();
  }

  private static Optional<String> holder(List<Part> parts, CellPart point) {
    return parts.stream()
        .filter(part -> part.part().touches(point))
        .map(Part::factorClass)
        .findFirst();
  }
}
