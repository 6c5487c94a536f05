package org.riskcensus.formats.read;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Builds geometry exactly as filed, invalid rings included, and refuses only what no geometry can
 * hold: a position that is no number, a ring that is open or has fewer than three positions.
 * Nothing is closed, turned or dropped here, since a repair is a proposal that somebody accepts.
 */
final class FiledGeometry {

  /** What cannot be a geometry, told in a clause. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }

  /** From here on, numbers stand for no value in Shapefiles, and for a mistake elsewhere. */
  private static final double NO_VALUE = 1e38;

  private final GeometryFactory factory = new GeometryFactory();

  Point point(Coordinate position) throws Unfit {
    check(position);
    return factory.createPoint(position);
  }

  Point noPoint() {
    return factory.createPoint();
  }

  Geometry points(Coordinate[] positions) throws Unfit {
    check(positions);
    return factory.createMultiPointFromCoords(positions);
  }

  LineString line(Coordinate[] positions) throws Unfit {
    check(positions);
    if (positions.length == 1) {
      throw new Unfit("a line has only one position");
    }
    return factory.createLineString(positions);
  }

  Geometry lines(List<Coordinate[]> parts) throws Unfit {
    LineString[] lines = new LineString[parts.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line(parts.get(i));
    }
    return factory.createMultiLineString(lines);
  }

  LinearRing ring(Coordinate[] positions) throws Unfit {
    check(positions);
    int n = positions.length;
    if (n > 0 && !positions[0].equals2D(positions[n - 1])) {
      throw new Unfit(
          "a ring that starts at "
              + text(positions[0])
              + " is not closed: it ends at "
              + text(positions[n - 1]));
    }
    if (n > 0 && n < LinearRing.MINIMUM_VALID_SIZE) {
      throw new Unfit("the ring at " + text(positions[0]) + " has only " + n + " positions");
    }
    return factory.createLinearRing(positions);
  }

  Polygon polygon(List<Coordinate[]> rings) throws Unfit {
    if (rings.isEmpty()) {
      return factory.createPolygon();
    }
    LinearRing shell = ring(rings.get(0));
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
      if (shell.isEmpty() && !holes[i].isEmpty()) {
        throw new Unfit("the outer ring is empty but an inner one is not");
      }
    }
    return factory.createPolygon(shell, holes);
  }

  Geometry polygons(List<List<Coordinate[]>> parts) throws Unfit {
    Polygon[] polygons = new Polygon[parts.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = polygon(parts.get(i));
    }
    return factory.createMultiPolygon(polygons);
  }

  Geometry collection(List<? extends Geometry> members) {
    return factory.createGeometryCollection(members.toArray(new Geometry[0]));
  }

  Geometry multiPolygon(List<Polygon> polygons) {
    return factory.createMultiPolygon(polygons.toArray(new Polygon[0]));
  }

  /** One polygon as itself, several as a multi-polygon. */
  Geometry oneOrMany(List<Polygon> polygons) {
    return polygons.size() == 1 ? polygons.get(0) : multiPolygon(polygons);
  }

  Polygon polygon(LinearRing shell, List<LinearRing> holes) {
    return factory.createPolygon(shell, holes.toArray(new LinearRing[0]));
  }

  private static void check(Coordinate... positions) throws Unfit {
    for (Coordinate position : positions) {
      if (!(Math.abs(position.x) < NO_VALUE && Math.abs(position.y) < NO_VALUE)) {
        throw new Unfit("the position " + text(position) + " is no number");
      }
    }
  }

  private static String text(Coordinate position) {
    return "(" + position.x + " " + position.y + ")";
  }
}
