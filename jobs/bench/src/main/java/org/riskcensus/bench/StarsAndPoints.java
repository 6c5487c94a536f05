package org.riskcensus.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Points evenly over a square of side 10, and star-shaped polygons in it whose radii vary from
 * vertex to vertex between 0.3 and 1 of 0.15: overlapping, ragged, each of the same number of
 * vertices. Every row is made from its own number, so any part of the data can be made alone.
 */
public final class StarsAndPoints {

  static final double SIDE = 10;
  private static final double RADIUS = 0.15;
  private static final long POINT_SEED = 20_260_101;
  private static final long STAR_SEED = 20_260_102;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private StarsAndPoints() {}

  /** The point of a number. */
  public static Coordinate point(long id) {
    SplittableRandom random = new SplittableRandom(POINT_SEED + id * 0x9E3779B97F4A7C15L);
    return new Coordinate(SIDE * random.nextDouble(), SIDE * random.nextDouble());
  }

  /** The star of a number, with a mean radius that keeps the covered share whatever the count. */
  public static Polygon star(int id, int vertices, double scale) {
    SplittableRandom random = new SplittableRandom(STAR_SEED + id * 0x9E3779B97F4A7C15L);
    double x = SIDE * random.nextDouble();
    double y = SIDE * random.nextDouble();
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double radius = scale * RADIUS * (0.3 + 0.7 * random.nextDouble());
      double angle = 2 * Math.PI * i / vertices;
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    ring[vertices] = ring[0].copy();
    return GEOMETRY.createPolygon(ring);
  }

  /** Writes {@code id,x,y}. */
  static void writePoints(Path file, long count) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,x,y\n");
      for (long id = 0; id < count; id++) {
        Coordinate point = point(id);
        out.write(id + "," + point.x + "," + point.y + "\n");
      }
    }
  }

  /** Writes {@code id,wkt}. */
  static void writeStars(Path file, int count, int vertices, double scale) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,wkt\n");
      for (int id = 0; id < count; id++) {
        out.write(id + ",\"" + star(id, vertices, scale).toText() + "\"\n");
      }
    }
  }
}
