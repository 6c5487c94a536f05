package org.riskcensus.core.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.core.geometry.AreaEdges;

/**
 * What lies inside one cell: the whole square, or a geometry within it. Knowing "whole" spares the
 * overlay for most pairs. All parts of one computation belong to the same cell. Not thread-safe.
 */
public final class CellPart {

  /** Relative size below which an area left over, or lacking, is taken for rounding. */
  static final double ROUNDING = 1e-9;

  private final Geometry geometry;
  private final boolean whole;
  private @Nullable PreparedGeometry prepared;
  private @Nullable AreaEdges edges;

  private CellPart(Geometry geometry, boolean whole) {
    this.geometry = geometry;
    this.whole = whole;
  }

  /** The whole square of the cell. */
  public static CellPart whole(Geometry square) {
    return new CellPart(square, true);
  }

  /** A geometry inside the cell: all points, all lines or all polygons. */
  public static CellPart of(Geometry geometry) {
    return new CellPart(geometry, false);
  }

  /** Points, lines or polygons in the analysis plane. */
  public Geometry geometry() {
    return geometry;
  }

  /** Whether nothing is left. */
  public boolean isEmpty() {
    return geometry.isEmpty();
  }

  /** Area of polygons, length of lines, number of points. */
  public double measure() {
    return switch (geometry.getDimension()) {
      case 2 -> geometry.getArea();
      case 1 -> geometry.getLength();
      default -> geometry.getNumPoints();
    };
  }

  /** What this part shares with the polygonal {@code other}; keeps the dimension of this part. */
  CellPart intersect(CellPart other) {
    if (other.whole || isEmpty()) {
      return this;
    }
    if (whole) {
      return other;
    }
    if (!other.touches(this)) {
      return nothing();
    }
    return overlay(other, OverlayNG.INTERSECTION);
  }

  /**
   * The measure of what this part shares with the polygonal {@code other}. Two areas share a sum
   * over their edges; an overlay is asked only where they cannot tell.
   */
  public double shared(CellPart other) {
    if (!geometry.getEnvelopeInternal().intersects(other.geometry.getEnvelopeInternal())) {
      return 0;
    }
    if (!other.whole && !whole && isPolygonal()) {
      double area = edges().shared(other.edges());
      if (!Double.isNaN(area)) {
        return area;
      }
    }
    return intersect(other).measure();
  }

  /** Whether two areas share more than rounding; areas that only adjoin do not. */
  public boolean overlaps(CellPart other) {
    if (!geometry.getEnvelopeInternal().intersects(other.geometry.getEnvelopeInternal())) {
      return false;
    }
    if (whole || other.whole) {
      return !isEmpty() && !other.isEmpty();
    }
    double area = edges().shared(other.edges());
    if (Double.isNaN(area)) {
      area = edges().compares(other.edges()) ? 0 : shared(other);
    }
    return area > ROUNDING * Math.min(measure(), other.measure());
  }

  /** What is left of this part outside the polygonal {@code other}. */
  CellPart subtract(CellPart other) {
    if (isEmpty() || !other.touches(this)) {
      return this;
    }
    return other.covers(this) ? nothing() : overlay(other, OverlayNG.DIFFERENCE);
  }

  private CellPart nothing() {
    return of(geometry.getFactory().createEmpty(geometry.getDimension()));
  }

  /** Whether these are polygons. */
  boolean isPolygonal() {
    return geometry.getDimension() == 2;
  }

  /** Whether nothing of {@code other} lies outside this polygonal part, but for rounding. */
  boolean covers(CellPart other) {
    if (whole) {
      return true;
    }
    if (!geometry.getEnvelopeInternal().covers(other.geometry.getEnvelopeInternal())) {
      return false;
    }
    double area = other.isPolygonal() ? edges().shared(other.edges()) : Double.NaN;
    return Double.isNaN(area)
        ? prepare().covers(other.geometry)
        : area >= other.measure() * (1 - ROUNDING);
  }

  /** Whether this part and {@code other} share a point, borders included. */
  public boolean touches(CellPart other) {
    return whole
        || other.whole
        || (geometry.getEnvelopeInternal().intersects(other.geometry.getEnvelopeInternal())
            && prepare().intersects(other.geometry));
  }

  /** The union of polygonal parts; one that covers all others is it, which spares the overlay. */
  public static CellPart union(List<CellPart> parts) {
    CellPart largest =
        parts.stream().max(Comparator.comparingDouble(CellPart::measure)).orElseThrow();
    return parts.stream().allMatch(part -> part == largest || largest.covers(part))
        ? largest
        : of(OverlayNGRobust.union(parts.stream().map(CellPart::geometry).toList()));
  }

  private PreparedGeometry prepare() {
    PreparedGeometry ready = prepared;
    if (ready == null) {
      ready = PreparedGeometryFactory.prepare(geometry);
      prepared = ready;
    }
    return ready;
  }

  private AreaEdges edges() {
    AreaEdges ready = edges;
    if (ready == null) {
      ready = AreaEdges.of(geometry);
      edges = ready;
    }
    return ready;
  }

  private CellPart overlay(CellPart other, int operation) {
    Geometry result = OverlayNGRobust.overlay(geometry, other.geometry, operation);
    return of(ofDimension(result, geometry.getDimension()));
  }

  private static Geometry ofDimension(Geometry result, int dimension) {
    if (!(result instanceof GeometryCollection) || result.isEmpty()) {
      return result.getDimension() == dimension
          ? result
          : result.getFactory().createEmpty(dimension);
    }
    List<Geometry> kept = new ArrayList<>();
    for (int i = 0; i < result.getNumGeometries(); i++) {
      if (result.getGeometryN(i).getDimension() == dimension) {
        kept.add(result.getGeometryN(i));
      }
    }
    return kept.isEmpty()
        ? result.getFactory().createEmpty(dimension)
        : result.getFactory().buildGeometry(kept);
  }
}
