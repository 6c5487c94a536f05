package org.riskcensus.bench;

import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Made shapes over a square of side 10. Every shape is made from its own number and the seed of its
 * layer, so any part of a layer can be made alone.
 */
final class Shapes {

  static final double SIDE = 10;
  private static final double RADIUS = 0.15;
  private static final double SHORTEST = 0.3;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Shapes() {}

  private static SplittableRandom random(long seed, long id) {
    return new SplittableRandom(seed + id * SPREAD);
  }

  /** A point anywhere. */
  static Coordinate point(long seed, long id) {
    SplittableRandom random = random(seed, id);
    return new Coordinate(SIDE * random.nextDouble(), SIDE * random.nextDouble());
  }

  /** A point within a square of the given side in the middle. */
  static Coordinate crowded(long seed, long id, double side) {
    Coordinate point = point(seed, id);
    return new Coordinate(
        SIDE / 2 + side * (point.x / SIDE - 0.5), SIDE / 2 + side * (point.y / SIDE - 0.5));
  }

  /**
   * A ragged star: radii vary from vertex to vertex between 0.3 and 1 of 0.15 times {@code scale}.
   */
  static Polygon star(long seed, long id, int vertices, double scale) {
    SplittableRandom random = random(seed, id);
    double x = SIDE * random.nextDouble();
    double y = SIDE * random.nextDouble();
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double radius = scale * RADIUS * (SHORTEST + (1 - SHORTEST) * random.nextDouble());
      double angle = 2 * Math.PI * i / vertices;
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    ring[vertices] = ring[0].copy();
    return GEOMETRY.createPolygon(ring);
  }

  /** A turned rectangle whose sides measure 0.001 to 0.004: a building among stars. */
  static Polygon building(long seed, long id) {
    SplittableRandom random = random(seed, id);
    double x = SIDE * random.nextDouble();
    double y = SIDE * random.nextDouble();
    double length = 0.0005 + 0.0015 * random.nextDouble();
    double width = 0.0005 + 0.0015 * random.nextDouble();
    double angle = Math.PI * random.nextDouble();
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
    Coordinate[] ring = new Coordinate[corners.length];
    for (int i = 0; i < ring.length; i++) {
      double along = corners[i][0] * length;
      double across = corners[i][1] * width;
      ring[i] = new Coordinate(x + along * cos - across * sin, y + along * sin + across * cos);
    }
    ring[4] = ring[0].copy();
    return GEOMETRY.createPolygon(ring);
  }

  /** One polygon that holds everything. */
  static Polygon everything() {
    return GEOMETRY.createPolygon(
        new Coordinate[] {
          new Coordinate(-1, -1),
          new Coordinate(SIDE + 1, -1),
          new Coordinate(SIDE + 1, SIDE + 1),
          new Coordinate(-1, SIDE + 1),
          new Coordinate(-1, -1)
        });
  }
}
