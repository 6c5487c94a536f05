package org.riskcensus.core.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Shapes for the tests of the grid, in the analysis plane; all from a seed. */
public final class Shapes {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Shapes() {}

  public static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  /**
   * A star-shaped ring around a centre, with radii between a third and the whole of {@code radius}.
   */
  public static LinearRing star(Random random, double x, double y, double radius, int vertices) {
    Coordinate[] ring = new Coordinate[vertices + 1];
    double smooth = 0.7;
    for (int i = 0; i < vertices; i++) {
      smooth = Math.max(0.35, Math.min(1, smooth + random.nextDouble(-0.06, 0.06)));
      double angle = 2 * Math.PI * i / vertices;
      ring[i] =
          new Coordinate(
              x + radius * smooth * Math.cos(angle), y + radius * smooth * Math.sin(angle));
    }
    ring[vertices] = ring[0].copy();
    return GEOMETRY.createLinearRing(ring);
  }

  public static Polygon starPolygon(Random random, double radius, int vertices) {
    double x = random.nextDouble(-1_000_000, 1_000_000);
    double y = random.nextDouble(2_500_000, 4_500_000);
    return GEOMETRY.createPolygon(star(random, x, y, radius, vertices));
  }

  /** A star with star-shaped holes on a circle around its centre, which is kept free. */
  public static Polygon starWithHoles(Random random, double radius, int vertices, int holes) {
    double x = random.nextDouble(-1_000_000, 1_000_000);
    double y = random.nextDouble(2_500_000, 4_500_000);
    LinearRing[] inner = new LinearRing[holes];
    for (int i = 0; i < holes; i++) {
      double angle = 2 * Math.PI * i / holes;
      inner[i] =
          star(
              random,
              x + 0.18 * radius * Math.cos(angle),
              y + 0.18 * radius * Math.sin(angle),
              radius * 0.1,
              60);
    }
    return GEOMETRY.createPolygon(star(random, x, y, radius, vertices), inner);
  }

  /**
   * A coverage of n × n quadrilaterals with jittered corners and wriggling shared edges; the lower
   * left corner is (x, y).
   */
  public static List<Polygon> coverage(Random random, double x, double y, double size, int n) {
    int fine = 8;
    int m = n * fine;
    double step = size / m;
    Coordinate[][] nodes = new Coordinate[m + 1][m + 1];
    for (int i = 0; i <= m; i++) {
      for (int j = 0; j <= m; j++) {
        nodes[i][j] =
            new Coordinate(
                x + (i + random.nextDouble(-0.4, 0.4)) * step,
                y + (j + random.nextDouble(-0.4, 0.4)) * step);
      }
    }
    List<Polygon> cells = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        cells.add(patch(nodes, i * fine, j * fine, fine));
      }
    }
    return cells;
  }

  private static Polygon patch(Coordinate[][] nodes, int i, int j, int fine) {
    List<Coordinate> ring = new ArrayList<>();
    for (int k = 0; k < fine; k++) {
      ring.add(nodes[i + k][j]);
    }
    for (int k = 0; k < fine; k++) {
      ring.add(nodes[i + fine][j + k]);
    }
    for (int k = 0; k < fine; k++) {
      ring.add(nodes[i + fine - k][j + fine]);
    }
    for (int k = 0; k < fine; k++) {
      ring.add(nodes[i][j + fine - k]);
    }
    ring.add(nodes[i][j]);
    return GEOMETRY.createPolygon(ring.toArray(Coordinate[]::new));
  }
}
