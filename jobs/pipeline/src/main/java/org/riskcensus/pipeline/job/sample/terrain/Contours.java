package org.riskcensus.pipeline.job.sample.terrain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons between two levels of a field that is linear on each triangle of a lattice. Levels nest
 * by construction: what lies below 1 m lies below 2 m, to the last bit, and bands share vertices.
 * The field is taken as endlessly high on the margin of the lattice, so that every contour closes.
 */
public final class Contours {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Coordinate[][] nodes;

  /** Samples {@code field} in {@code box}; the third ordinate of a node holds its value. */
  public Contours(Field field, Envelope box, double spacing) {
    double height = spacing * StrictMath.sqrt(3) / 2;
    int rows = (int) (box.getHeight() / height) + 2;
    int columns = (int) (box.getWidth() / spacing) + 2;
    nodes = new Coordinate[rows][columns];
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        double x = box.getMinX() + (i + (j & 1) / 2.0) * spacing;
        double y = box.getMinY() + j * height;
        boolean margin = i == 0 || j == 0 || i == columns - 1 || j == rows - 1;
        nodes[j][i] = new Coordinate(x, y, margin ? 1e9 : field.at(x, y));
      }
    }
  }

  /** The polygons where {@code low ≤ value < high}, largest first; {@code low} may be −∞. */
  public List<Polygon> between(double low, double high) {
    Map<Coordinate, Coordinate> next = new LinkedHashMap<>();
    for (int j = 0; j + 1 < nodes.length; j++) {
      for (int i = 0; i + 1 < nodes[j].length; i++) {
        Coordinate a = nodes[j][i];
        Coordinate b = nodes[j][i + 1];
        Coordinate c = nodes[j + 1][i];
        Coordinate d = nodes[j + 1][i + 1];
        boolean even = (j & 1) == 0;
        Coordinate[] lower = {a, b, even ? c : d};
        Coordinate[] upper = {even ? b : a, d, c};
        for (Coordinate[] triangle : List.of(lower, upper)) {
          addSegment(next, triangle, high, true);
          addSegment(next, triangle, low, false);
        }
      }
    }
    return polygons(rings(next));
  }

  /** The polygons of a geometry, largest first. */
  public static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return largestFirst(polygons);
  }

  private static List<Polygon> largestFirst(List<Polygon> polygons) {
    polygons.sort((p, q) -> Double.compare(q.getArea(), p.getArea()));
    return polygons;
  }

  /** The part of a contour in one counter-clockwise triangle, the kept side on its left. */
  private static void addSegment(
      Map<Coordinate, Coordinate> next, Coordinate[] triangle, double level, boolean keepBelow) {
    Coordinate exit = null;
    Coordinate entry = null;
    for (int k = 0; k < 3; k++) {
      Coordinate from = triangle[k];
      Coordinate to = triangle[(k + 1) % 3];
      boolean kept = from.getZ() < level == keepBelow;
      if (kept != (to.getZ() < level == keepBelow)) {
        Coordinate crossing = crossing(from, to, level);
        exit = kept ? crossing : exit;
        entry = kept ? entry : crossing;
      }
    }
    if (exit != null && entry != null && next.put(exit, entry) != null) {
      throw new IllegalStateException("a contour of " + level + " runs through a lattice node");
    }
  }

  /** The same point, whichever triangle asks. */
  private static Coordinate crossing(Coordinate a, Coordinate b, double level) {
    Coordinate from = a.compareTo(b) < 0 ? a : b;
    Coordinate to = a.compareTo(b) < 0 ? b : a;
    double t = (level - from.getZ()) / (to.getZ() - from.getZ());
    return new Coordinate(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y));
  }

  private static List<LinearRing> rings(Map<Coordinate, Coordinate> next) {
    List<LinearRing> rings = new ArrayList<>();
    while (!next.isEmpty()) {
      Coordinate start = next.keySet().iterator().next();
      List<Coordinate> ring = new ArrayList<>();
      for (Coordinate at = start; at != null; at = next.remove(at)) {
        ring.add(at.copy());
      }
      rings.add(FACTORY.createLinearRing(ring.toArray(Coordinate[]::new)));
    }
    return rings;
  }

  private static List<Polygon> polygons(List<LinearRing> rings) {
    List<Polygon> shells = new ArrayList<>();
    for (LinearRing ring : rings) {
      if (Orientation.isCCW(ring.getCoordinateSequence())) {
        shells.add(FACTORY.createPolygon(ring));
      }
    }
    largestFirst(shells);
    List<List<LinearRing>> holes = new ArrayList<>();
    shells.forEach(shell -> holes.add(new ArrayList<>()));
    for (LinearRing ring : rings) {
      if (!Orientation.isCCW(ring.getCoordinateSequence())) {
        holes.get(smallestAround(ring, shells)).add(ring);
      }
    }
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < shells.size(); i++) {
      LinearRing[] inside = holes.get(i).toArray(LinearRing[]::new);
      polygons.add(FACTORY.createPolygon(shells.get(i).getExteriorRing(), inside));
    }
    return largestFirst(polygons);
  }

  private static int smallestAround(LinearRing hole, List<Polygon> shells) {
    for (int i = shells.size() - 1; i >= 0; i--) {
      Polygon shell = shells.get(i);
      if (shell.getEnvelopeInternal().contains(hole.getEnvelopeInternal())
          && PointLocation.isInRing(
              hole.getCoordinateN(0), shell.getExteriorRing().getCoordinates())) {
        return i;
      }
    }
    throw new IllegalStateException("a hole outside every polygon");
  }
}
