package org.riskcensus.core.join;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What the partners of one left geometry cover of it together, class by class: partners of one
 * class are united, so that nothing counts twice, and where classes overlap the highest has the
 * place, so that the places of all classes add up to what is covered. In memory are the parts of
 * the partners near that one geometry, no more. Not thread-safe.
 */
public final class ClassCover {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** The part of a partner to which size is nothing. */
  public static final Geometry NOTHING = GEOMETRY.createGeometryCollection();

  /**
   * The cover of one class. Measures are NaN where they do not apply: area of what has none, length
   * and share of points.
   *
   * @param rank of the class, 0 the highest
   * @param partners right rows of the class
   * @param area of the left geometry under any of them (m²)
   * @param length of lines in common with any of them (m), as {@link Measure#LENGTH} says
   * @param share of the left geometry, by area or length
   * @param highestArea area where no higher class lies
   * @param highestLength length where no higher class lies
   */
  public record Cover(
      int rank,
      long partners,
      double area,
      double length,
      double share,
      double highestArea,
      double highestLength) {}

  private static final class Parts {
    private final List<Geometry> polygons = new ArrayList<>();
    private final List<Geometry> lines = new ArrayList<>();
    private boolean whole;
    private long partners;
  }

  /** Area and length, NaN where they do not apply. */
  private record Size(double area, double length) {

    /** What is more than in another one, of which rounding may take it below. */
    Size less(Size other) {
      return new Size(more(area, other.area), more(length, other.length));
    }

    private static double more(double all, double part) {
      return Double.isNaN(all) ? Double.NaN : Math.max(0, all - part);
    }
  }

  private final Surface surface;
  private final Geometry left;
  private final int dimension;
  private final SortedMap<Integer, Parts> classes = new TreeMap<>();

  /**
   * A cover without partners yet.
   *
   * @param left null where a row has no geometry
   */
  public ClassCover(Surface surface, @Nullable Geometry left) {
    this.surface = surface;
    this.left = left == null ? GEOMETRY.createPolygon() : left;
    this.dimension = this.left.isEmpty() ? 0 : this.left.getDimension();
  }

  /**
   * Adds a partner.
   *
   * @param rank of its class, 0 the highest
   * @param part of it near the left geometry, see {@link JoinProbe#part}
   */
  public void add(int rank, Geometry part) {
    Parts parts = classes.computeIfAbsent(rank, key -> new Parts());
    parts.partners++;
    if (part instanceof Polygonal) {
      parts.whole = true; // the left geometry itself, see above; anything else is a collection
      return;
    }
    for (Object polygon : PolygonExtracter.getPolygons(part)) {
      parts.polygons.add((Geometry) polygon);
    }
    for (Object line : LineStringExtracter.getLines(part)) {
      parts.lines.add((Geometry) line);
    }
  }

  /** The classes met, highest first. */
  public List<Cover> covers() {
    double whole = dimension == 2 ? surface.area(OverlapArea.polygonal(left)) : length();
    Geometry areas = GEOMETRY.createPolygon();
    Geometry lines = GEOMETRY.createLineString();
    Size higher = new Size(0, 0);
    List<Cover> covers = new ArrayList<>();
    for (var entry : classes.entrySet()) {
      Parts parts = entry.getValue();
      Geometry ownAreas = parts.whole ? left : united(parts.polygons);
      Geometry ownLines = united(parts.lines);
      Size own = size(ownAreas, ownLines);
      boolean first = areas.isEmpty() && lines.isEmpty();
      areas = together(areas, ownAreas);
      lines = together(lines, ownLines);
      Size all = first ? own : size(areas, lines);
      covers.add(cover(entry.getKey(), parts.partners, own, all.less(higher), whole));
      higher = all;
    }
    return covers;
  }

  private Cover cover(int rank, long partners, Size own, Size added, double whole) {
    double shared = dimension == 2 ? own.area() : own.length();
    double share = whole > 0 ? Math.min(1, shared / whole) : Double.NaN;
    return new Cover(rank, partners, own.area(), own.length(), share, added.area(), added.length());
  }

  /** The cover of no partners: nothing, where a measure applies. */
  public Cover none() {
    double area = dimension == 2 ? 0 : Double.NaN;
    double length = dimension > 0 ? 0 : Double.NaN;
    return new Cover(Integer.MAX_VALUE, 0, area, length, length, area, length);
  }

  private double length() {
    return surface.length(OverlayNGRobust.union(OverlapLength.lines(left)));
  }

  /** What lies of the left geometry in areas, and with lines, of the right side. */
  private Size size(Geometry areas, Geometry lines) {
    Geometry inside =
        left instanceof Polygonal || dimension < 2
            ? areas // parts of areas lie in a left area already
            : OverlayNGRobust.overlay(OverlapArea.polygonal(left), areas, OverlayNG.INTERSECTION);
    return new Size(
        dimension == 2 ? surface.area(inside) : Double.NaN,
        dimension > 0
            ? OverlapLength.measure(surface, left, lines, () -> List.of(areas))
            : Double.NaN);
  }

  private static Geometry together(Geometry higher, Geometry lower) {
    return higher.isEmpty() ? lower : lower.isEmpty() ? higher : united(List.of(higher, lower));
  }

  private static Geometry united(List<Geometry> parts) {
    return switch (parts.size()) {
      case 0 -> GEOMETRY.createGeometryCollection();
      case 1 -> parts.get(0);
      default -> OverlayNGRobust.union(parts);
    };
  }
}
