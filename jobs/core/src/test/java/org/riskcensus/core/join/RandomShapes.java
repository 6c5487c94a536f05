package org.riskcensus.core.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Shapes from a seed. Those on whole numbers share edges and vertices with each other and with the
 * borders of cells, which random shapes never do.
 */
final class RandomShapes {

  static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Random random;
  private final int extent;

  RandomShapes(long seed, int extent) {
    this.random = new Random(seed);
    this.extent = extent;
  }

  static Geometry wkt(String text) {
    try {
      return new WKTReader(GEOMETRY).read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** A valid polygon or multi-polygon on whole numbers, often with holes and touching parts. */
  Geometry lattice() {
    while (true) {
      Geometry union = GEOMETRY.createPolygon();
      for (int i = random.nextInt(1, 6); i > 0 && pure(union); i--) {
        int operation = random.nextInt(3) == 0 ? OverlayNG.DIFFERENCE : OverlayNG.UNION;
        union = OverlayNG.overlay(union, triangleOrBox(), operation, new PrecisionModel(1));
      }
      if (union.getDimension() == 2 && !union.isEmpty() && union.isValid() && pure(union)) {
        return union;
      }
    }
  }

  private static boolean pure(Geometry geometry) {
    return geometry.getGeometryType().endsWith("Polygon");
  }

  private Geometry triangleOrBox() {
    int x = random.nextInt(extent);
    int y = random.nextInt(extent);
    int w = random.nextInt(1, extent / 2);
    int h = random.nextInt(1, extent / 2);
    Polygon box =
        (Polygon) GEOMETRY.toGeometry(new org.locationtech.jts.geom.Envelope(x, x + w, y, y + h));
    if (random.nextBoolean()) {
      return box;
    }
    Polygon triangle =
        GEOMETRY.createPolygon(
            new Coordinate[] {
              at(x, y), at(x + w, y + random.nextInt(h + 1)), at(x, y + h), at(x, y)
            });
    return triangle.isValid() && triangle.getArea() > 0 ? triangle : box;
  }

  /** A star-shaped polygon with any coordinates. */
  Polygon star(int vertices, double radius) {
    double x = random.nextDouble(extent);
    double y = random.nextDouble(extent);
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double r = radius * random.nextDouble(0.3, 1);
      double angle = 2 * Math.PI * i / vertices;
      ring[i] = new Coordinate(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
    ring[vertices] = ring[0].copy();
    return GEOMETRY.createPolygon(ring);
  }

  /** A line on whole numbers, sometimes of several parts, often along borders. */
  Geometry line() {
    int parts = random.nextInt(4) == 0 ? 2 : 1;
    List<Geometry> lines = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      Coordinate[] path = new Coordinate[random.nextInt(2, 6)];
      for (int i = 0; i < path.length; i++) {
        path[i] = at(random.nextInt(extent), random.nextInt(extent));
      }
      lines.add(GEOMETRY.createLineString(path));
    }
    Geometry line = GEOMETRY.buildGeometry(lines);
    return line.getLength() > 0 ? line : line();
  }

  Geometry point() {
    return GEOMETRY.createPoint(latticePosition());
  }

  Geometry points() {
    Coordinate[] places = new Coordinate[random.nextInt(1, 5)];
    for (int i = 0; i < places.length; i++) {
      places[i] = latticePosition();
    }
    return GEOMETRY.createMultiPointFromCoords(places);
  }

  /** Any of the kinds, collections and empty ones among them. */
  Geometry any() {
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> lattice();
      case 3 -> line();
      case 4 -> point();
      case 5 -> points();
      case 6 -> star(random.nextInt(3, 40), random.nextDouble(0.1, extent));
      case 7 -> GEOMETRY.createGeometryCollection(new Geometry[] {lattice(), line(), point()});
      default -> random.nextInt(3) == 0 ? GEOMETRY.createPolygon() : lattice();
    };
  }

  List<Geometry> many(int count) {
    List<Geometry> shapes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shapes.add(any());
    }
    return shapes;
  }

  /** A position on whole, half or any numbers. */
  Coordinate latticePosition() {
    int denominator = random.nextInt(1, 4);
    return at(
        random.nextInt(extent * denominator) / (double) denominator,
        random.nextInt(extent * denominator) / (double) denominator);
  }

  Coordinate anyPosition() {
    return at(random.nextDouble(-1, extent + 1), random.nextDouble(-1, extent + 1));
  }

  /** A position on an edge, as exactly as doubles allow. */
  Coordinate onEdge(Geometry geometry) {
    Coordinate[] vertices = geometry.getCoordinates();
    int i = random.nextInt(vertices.length - 1);
    double t = random.nextInt(5) / 4.0;
    return at(
        vertices[i].x + t * (vertices[i + 1].x - vertices[i].x),
        vertices[i].y + t * (vertices[i + 1].y - vertices[i].y));
  }

  static Geometry intersection(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
  }

  private static Coordinate at(double x, double y) {
    return new Coordinate(x, y);
  }
}
