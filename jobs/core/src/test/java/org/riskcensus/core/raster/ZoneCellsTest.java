package org.riskcensus.core.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskcensus.core.raster.ZoneCells.Method;

class ZoneCellsTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final GridFrame GRID = new GridFrame(-3, 17, 0.5, 2, 40, 9);

  @Test
  void aTriangleOverFourCellsHasTheWeightsOfItsParts() throws ParseException {
    Geometry triangle = new WKTReader().read("POLYGON((0 0, 2 0, 0 2, 0 0))");
    double[][] weights = weights(triangle, new GridFrame(0, 2, 1, 1, 2, 2), Method.AREA);
    assertThat(weights[0]).containsExactly(0.5, 0);
    assertThat(weights[1]).containsExactly(1, 0.5);
  }

  @Test
  void weightsAreTheSharesOfTheOverlay() {
    for (long seed = 1; seed <= 30; seed++) {
      Geometry zone = zone(new Random(seed));
      double[][] weights = weights(zone, GRID, Method.AREA);
      for (int row = 0; row < GRID.rows(); row++) {
        for (int column = 0; column < GRID.columns(); column++) {
          Geometry cell = FACTORY.toGeometry(cell(column, row));
          double share = zone.intersection(cell).getArea() / cell.getArea();
          assertThat(weights[row][column]).as("%s %s", seed, zone).isCloseTo(share, within(1e-8));
        }
      }
    }
  }

  @Test
  void centresAreThoseThatLieInTheZone() {
    for (long seed = 1; seed <= 30; seed++) {
      Geometry zone = zone(new Random(seed));
      double[][] weights = weights(zone, GRID, Method.CENTRE);
      SimplePointInAreaLocator locator = new SimplePointInAreaLocator(zone);
      for (int row = 0; row < GRID.rows(); row++) {
        for (int column = 0; column < GRID.columns(); column++) {
          Coordinate centre = cell(column, row).centre();
          boolean inside = locator.locate(centre) == Location.INTERIOR;
          assertThat(weights[row][column]).as("%s", zone).isEqualTo(inside ? 1 : 0);
        }
      }
    }
  }

  @Test
  void zonesThatTileThePlaneShareOutTheCellsEvenWithCentresOnTheirBorders() {
    GridFrame grid = new GridFrame(0, 8, 1, 1, 8, 8);
    double[][] count = new double[8][8];
    for (double x = 0; x < 8; x += 2.5) {
      for (double y = 0; y < 8; y += 2.5) {
        Geometry box = FACTORY.toGeometry(new Envelope(x, x + 2.5, y, y + 2.5));
        ZoneCells.<RuntimeException>visit(
            box, grid, Method.CENTRE, (column, row, weight) -> count[row][column] += weight);
      }
    }
    for (double[] row : count) {
      assertThat(row).containsOnly(1);
    }
  }

  /** A star, often beyond the grid, often with a hole. */
  private static Geometry zone(Random random) {
    double x = random.nextDouble(-5, 20);
    double y = random.nextDouble(-3, 19);
    Geometry star = star(random, x, y, random.nextDouble(0.2, 12));
    return random.nextBoolean() ? star : star.difference(star(random, x, y, 2));
  }

  private static Geometry star(Random random, double x, double y, double radius) {
    int vertices = random.nextInt(3, 30);
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double r = radius * random.nextDouble(0.3, 1);
      double angle = 2 * Math.PI * i / vertices;
      ring[i] = new Coordinate(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
    ring[vertices] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static Envelope cell(int column, int row) {
    double west = GRID.west() + column * GRID.cellWidth();
    double north = GRID.north() - row * GRID.cellHeight();
    return new Envelope(west, west + GRID.cellWidth(), north - GRID.cellHeight(), north);
  }

  private static double[][] weights(Geometry zone, GridFrame grid, Method method) {
    double[][] weights = new double[grid.rows()][grid.columns()];
    ZoneCells.<RuntimeException>visit(
        zone, grid, method, (column, row, weight) -> weights[row][column] += weight);
    return weights;
  }
}
