package org.riskcensus.core.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class TouchedCellsTest {

  /** Five by five cells of side 1, the upper left corner at (0, 5). */
  private static final GridFrame GRID = new GridFrame(0, 5, 1, 1, 5, 5);

  private static Set<String> cells(Geometry geometry, GridFrame grid) {
    Set<String> cells = new TreeSet<>();
    for (CellRun run : TouchedCells.of(geometry, grid)) {
      for (int column = run.first(); column <= run.last(); column++) {
        assertThat(cells.add(run.row() + ":" + column)).as("once").isTrue();
      }
    }
    return cells;
  }

  private static String touched(String wkt) throws ParseException {
    return String.join(" ", cells(new WKTReader().read(wkt), GRID));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1)) | 3:1",
        "POLYGON ((0.5 0.5, 2.5 0.5, 2.5 1.5, 0.5 1.5, 0.5 0.5)) | 3:0 3:1 3:2 4:0 4:1 4:2",
        "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"
            + " | 2:0 2:1 2:2 3:0 3:2 4:0 4:1 4:2",
        "POLYGON ((1 3, 2 3.4, 3 3, 2 2.6, 1 3)) | 1:1 1:2 2:1 2:2",
        "LINESTRING (0.5 4.5, 4.5 4.5) | 0:0 0:1 0:2 0:3 0:4",
        "LINESTRING (0.5 4.5, 0.5 0.5) | 0:0 1:0 2:0 3:0 4:0",
        "LINESTRING (0 5, 5 0) | 0:0 1:1 2:2 3:3 4:4",
        "POINT (2.5 2.5) | 2:2",
        "POINT (2 2) | 3:2",
        "MULTIPOINT ((0.5 4.5), (4.5 0.5), (0.6 4.6)) | 0:0 4:4",
        "MULTIPOLYGON (((0.1 4.1, 0.9 4.1, 0.9 4.9, 0.1 4.1)), ((0.5 4.5, 2.5 4.5, 2.5 4.9, 0.5 4.5)))"
            + " | 0:0 0:1 0:2",
        "LINESTRING (1 2, 3 2) | 3:2",
        "POLYGON ((-9 4.2, 0.5 4.2, 0.5 4.8, -9 4.8, -9 4.2)) | 0:0",
        "POLYGON ((-9 -9, 19 -9, 19 0, -9 0, -9 -9)) | ''",
        "POLYGON ((8 8, 9 8, 9 9, 8 8)) | ''",
        "POLYGON EMPTY | ''"
      })
  void cellsWhoseInteriorIsMet(String wkt, String expected) throws ParseException {
    assertThat(touched(wkt)).isEqualTo(expected);
  }

  @Test
  void bordersInDegreesAreBordersAlthoughNumbersMissThem() throws ParseException {
    GridFrame grid = new GridFrame(4.35, 52.05, 0.01, 0.01, 10, 10);
    Geometry cell =
        new WKTReader()
            .read("POLYGON ((4.38 52.01, 4.39 52.01, 4.39 52.02, 4.38 52.02, 4.38 52.01))");
    assertThat(cells(cell, grid)).containsExactly("3:3");
  }

  @Test
  void aFigureOfEightHasCellsToo() throws ParseException {
    assertThat(touched("POLYGON ((0.5 0.5, 2.5 2.5, 2.5 0.5, 0.5 2.5, 0.5 0.5))"))
        .contains("4:0", "2:2", "3:1");
  }

  /** Each cell by JTS: whether its interior meets the geometry. */
  @Test
  void asBruteForceFindsThem() {
    GeometryFactory factory = new GeometryFactory();
    Random random = new Random(11);
    GridFrame grid = new GridFrame(-3, 9, 0.7, 0.45, 17, 23);
    for (int i = 0; i < 300; i++) {
      Geometry shape =
          switch (i % 3) {
            case 0 -> line(factory, random);
            case 1 -> factory.toGeometry(box(random));
            default -> star(factory, random);
          };
      Set<String> expected = new TreeSet<>();
      for (int row = 0; row < grid.rows(); row++) {
        for (int column = 0; column < grid.columns(); column++) {
          double west = grid.west() + column * grid.cellWidth();
          double north = grid.north() - row * grid.cellHeight();
          Envelope inside =
              new Envelope(west, west + grid.cellWidth(), north - grid.cellHeight(), north);
          inside.expandBy(-1e-6 * grid.cellWidth(), -1e-6 * grid.cellHeight());
          if (factory.toGeometry(inside).intersects(shape)) {
            expected.add(row + ":" + column);
          }
        }
      }
      assertThat(cells(shape, grid)).as(shape.toText()).isEqualTo(expected);
    }
  }

  /** Sides on borders of cells, in their middle, and anywhere. */
  private static Envelope box(Random random) {
    double width = 0.35 * (1 + random.nextInt(8));
    double height = 0.225 * (1 + random.nextInt(8));
    double west = -3 + 0.35 * random.nextInt(30) + (random.nextBoolean() ? 0.1 : 0);
    double south = 0.225 * random.nextInt(40) + (random.nextBoolean() ? 0.1 : 0);
    return new Envelope(west, west + width, south, south + height);
  }

  private static Geometry line(GeometryFactory factory, Random random) {
    Coordinate[] vertices = new Coordinate[2 + random.nextInt(5)];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = new Coordinate(-5 + 16 * random.nextDouble(), -3 + 14 * random.nextDouble());
    }
    return factory.createLineString(vertices);
  }

  private static Geometry star(GeometryFactory factory, Random random) {
    int n = 3 + random.nextInt(20);
    double x = -3 + 12 * random.nextDouble();
    double y = -1 + 10 * random.nextDouble();
    double size = Math.exp(3 * random.nextDouble() - 2);
    Coordinate[] ring = new Coordinate[n + 1];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n;
      double radius = size * (0.3 + random.nextDouble());
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    ring[n] = ring[0].copy();
    return factory.createPolygon(ring);
  }
}
