package org.riskcensus.core.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class PolygonTessellationTest {

  private static final int LEVEL = 15;
  private static final CellGrid GRID = CellGrid.ofLevel(LEVEL);

  @Test
  void aSquareOnTheGridIsCoreCellsOnly() {
    List<Piece> pieces =
        Tessellator.pieces(Shapes.wkt("POLYGON((0 0, 600 0, 600 400, 0 400, 0 0))"), GRID);
    assertThat(pieces).hasSize(6).allMatch(Piece::core);
    assertThat(pieces)
        .extracting(Piece::cell)
        .contains(Cells.of(0, 0, LEVEL), Cells.of(599, 399, LEVEL))
        .doesNotHaveDuplicates();
  }

  @Test
  void aTriangleIsCutByHand() {
    List<Piece> pieces = Tessellator.pieces(Shapes.wkt("POLYGON((0 0, 400 0, 0 400, 0 0))"), GRID);
    Map<Long, Piece> byCell = byCell(pieces);
    assertThat(byCell).hasSize(3);
    assertThat(byCell.get(Cells.of(0, 0, LEVEL)).core()).isTrue();
    Geometry east = byCell.get(Cells.of(200, 0, LEVEL)).shape();
    assertThat(east.equalsTopo(Shapes.wkt("POLYGON((200 0, 400 0, 200 200, 200 0))"))).isTrue();
  }

  /** A ring of 8 km around a hole of 1 km: pieces in, at and around the bounds, at any offset. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 37.5, 911, 5000, 8100, 9000})
  void theCellsThatBoundsMeetHaveTheSamePieces(double offset) {
    Geometry centre = Shapes.wkt("POINT(10000 9000)");
    Geometry ring = centre.buffer(8000, 32).difference(centre.buffer(1000, 32));
    Envelope bounds = new Envelope(10000 + offset, 13333 + offset, 8200 - offset / 2, 10_400);
    List<Piece> wanted =
        Tessellator.pieces(ring, GRID).stream()
            .filter(piece -> meets(Cells.envelope(piece.cell()), bounds))
            .toList();
    List<Piece> found = new ArrayList<>();
    Tessellator.tessellate(ring, GRID, bounds, found::add);
    assertThat(found).containsExactlyElementsOf(wanted);
  }

  /** Cells are half-open: one that ends where the bounds begin holds nothing of theirs. */
  private static boolean meets(Envelope cell, Envelope bounds) {
    return cell.intersects(bounds)
        && cell.getMaxX() > bounds.getMinX()
        && cell.getMaxY() > bounds.getMinY();
  }

  @Test
  void whatIsLookedAtWithinBoundsMayReachOutsideTheGrid() {
    Geometry all = Shapes.wkt("POLYGON((-9e6 -9e6, 9e6 -9e6, 9e6 9e6, -9e6 9e6, -9e6 -9e6))");
    List<Piece> pieces = new ArrayList<>();
    Tessellator.tessellate(all, GRID, new Envelope(10, 390, 10, 190), pieces::add);
    assertThat(pieces)
        .containsExactly(Piece.core(Cells.of(10, 10, LEVEL)), Piece.core(Cells.of(210, 10, LEVEL)));
    List<Piece> small = new ArrayList<>();
    Geometry far = Shapes.wkt("POLYGON((-9e6 0, -8999990 0, -8999990 9, -9e6 0))");
    Tessellator.tessellate(far, GRID, new Envelope(10, 390, 10, 190), small::add);
    assertThat(small).isEmpty();
  }

  @Test
  void aPolygonSmallerThanACellIsItsOwnPart() {
    Geometry building = Shapes.wkt("POLYGON((10 10, 20 10, 20 20, 10 20, 10 10))");
    assertThat(Tessellator.pieces(building, GRID))
        .containsExactly(Piece.part(Cells.of(10, 10, LEVEL), building));
  }

  @Test
  void aHoleOfOneWholeCellLeavesTheCellOut() {
    List<Piece> pieces =
        Tessellator.pieces(
            Shapes.wkt(
                "POLYGON((0 0, 600 0, 600 600, 0 600, 0 0), (200 200, 200 400, 400 400, 400 200,"
                    + " 200 200))"),
            GRID);
    assertThat(pieces).hasSize(8).allMatch(Piece::core);
    assertThat(byCell(pieces)).doesNotContainKey(Cells.of(300, 300, LEVEL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // vertices on lines and corners, edges along lines, with vertices between the corners
        "POLYGON((0 0, 100 0, 300 0, 600 0, 600 250, 600 400, 400 400, 350 400, 0 400, 0 0))",
        "POLYGON((200 100, 400 200, 600 200, 500 400, 400 400, 200 300, 100 200, 200 100))",
        // touches a line from inside and from outside
        "POLYGON((100 100, 400 300, 700 100, 700 700, 400 500, 100 700, 100 100))",
        "POLYGON((100 100, 390 100, 400 300, 390 500, 100 500, 100 100))",
        // holes: in one cell, across a corner, touching a line, touching a corner, touching the
        // shell
        "POLYGON((0 0, 800 0, 800 800, 0 800, 0 0), (50 50, 50 150, 150 150, 150 50, 50 50))",
        "POLYGON((0 0, 800 0, 800 800, 0 800, 0 0), (300 300, 300 500, 500 500, 500 300, 300 300))",
        "POLYGON((0 0, 800 0, 800 800, 0 800, 0 0), (250 250, 400 300, 250 350, 250 250))",
        "POLYGON((0 0, 800 0, 800 800, 0 800, 0 0), (250 250, 300 380, 400 400, 380 300, 250 250))",
        "POLYGON((0 0, 800 0, 800 800, 0 800, 0 0), (0 100, 50 150, 50 50, 0 100))",
        "POLYGON((50 50, 750 50, 750 750, 50 750, 50 50), (50 300, 500 500, 500 100, 50 300))",
        // two holes that meet in a vertex within a cell, and on a line
        "POLYGON((0 0, 800 0, 800 800, 0 800, 0 0), (100 300, 300 300, 300 100, 100 300), (300 300,"
            + " 700 300, 700 700, 300 300))",
        "POLYGON((0 0, 800 0, 800 800, 0 800, 0 0), (100 300, 400 300, 300 100, 100 300), (400 300,"
            + " 700 300, 700 700, 400 300))",
        // a hole that touches the shell in one cell and leaves the cell
        "POLYGON((10 10, 790 10, 790 790, 10 790, 10 10), (10 100, 100 350, 150 330, 10 100))",
        // thin wedge over many cells, diagonal through corners
        "POLYGON((1 1, 999 1.001, 1 1.002, 1 1))",
        "POLYGON((0 0, 1000 1000, 1000 1000.5, 0 0.5, 0 0))",
        "POLYGON((0 0, 800 800, 0 800, 0 0))",
        // members that meet in a corner and in a cell
        "MULTIPOLYGON(((0 0, 200 0, 200 200, 0 200, 0 0)), ((200 200, 400 200, 400 400, 200 400,"
            + " 200 200)))",
        "MULTIPOLYGON(((0 0, 300 0, 300 300, 0 0)), ((300 300, 600 300, 600 600, 300 300)))",
        "MULTIPOLYGON(((10 10, 20 10, 20 20, 10 10)), ((30 30, 40 30, 40 40, 30 30)), ((300 30, 340"
            + " 30, 340 40, 300 30)))",
        // islands in a hole, all in one cell of four
        "MULTIPOLYGON(((-10 -10, 190 -10, 190 190, -10 190, -10 -10), (10 10, 10 150, 150 150, 150"
            + " 10, 10 10)), ((50 50, 70 50, 70 70, 50 50)))",
      })
  void degenerateCasesTileExactly(String wkt) {
    Geometry polygon = Shapes.wkt(wkt);
    assertThat(polygon.isValid()).isTrue();
    for (int turn = 0; turn < 4; turn++) {
      AffineTransformation quarter =
          AffineTransformation.rotationInstance(Math.PI / 2 * turn).translate(2000, 2000);
      Geometry turned = round(quarter.transform(polygon));
      assertTiles(turned, Tessellator.pieces(turned, GRID));
    }
  }

  @Test
  void starsWithHolesTileExactlyAtEveryScale() {
    Random random = new Random(7);
    for (double radius : new double[] {30, 150, 700, 2500}) {
      for (int i = 0; i < 6; i++) {
        Polygon star = Shapes.starWithHoles(random, radius, 40 + random.nextInt(300), i);
        assertTiles(star, Tessellator.pieces(star, GRID));
      }
    }
  }

  @Test
  void integerStarsWithVerticesOnLinesTileExactly() {
    Random random = new Random(8);
    for (int i = 0; i < 40; i++) {
      Geometry star = snapped(Shapes.starWithHoles(random, 1500, 90, i % 4), 50);
      if (star.isValid()) {
        assertTiles(star, Tessellator.pieces(star, GRID));
      }
    }
  }

  @Test
  void polygonsThatShareBordersMatchVertexByVertex() {
    Random random = new Random(9);
    for (double size : new double[] {700, 5000, 12_000}) {
      List<Polygon> units = Shapes.coverage(random, 123_456.7, 4_012_345.6, size, 3);
      List<Geometry> shapes = new ArrayList<>();
      for (Polygon unit : units) {
        Tessellator.pieces(unit, GRID).forEach(p -> shapes.add(p.shape()));
      }
      assertCoverage(shapes);
    }
  }

  @Test
  void anEdgeHasTheSameNodesInBothDirections() {
    Random random = new Random(10);
    GridNoder noder = new GridNoder(CellGrid.ofLevel(16));
    for (int i = 0; i < 500; i++) {
      Coordinate a = new Coordinate(random.nextDouble(-5e5, 5e5), random.nextDouble(3e6, 4e6));
      Coordinate b =
          new Coordinate(a.x + random.nextDouble(-900, 900), a.y + random.nextDouble(-900, 900));
      List<Coordinate> there = noder.node(new Coordinate[] {a, b});
      List<Coordinate> back = new ArrayList<>(noder.node(new Coordinate[] {b, a}));
      java.util.Collections.reverse(back);
      assertThat(there).isEqualTo(back);
    }
  }

  @Test
  void aCountyIsCutIntoTensOfThousandsOfCells() {
    Polygon county = Shapes.starPolygon(new Random(11), 50_000, 2000);
    List<Piece> pieces = Tessellator.pieces(county, GRID);
    assertThat(pieces.size()).isGreaterThan(50_000);
    assertThat(pieces).filteredOn(p -> !p.core()).allMatch(p -> p.shape().isValid());
    assertThat(area(pieces)).isCloseTo(county.getArea(), within(1e-9 * county.getArea()));
  }

  @Test
  void anInvalidPolygonIsRepairedCellByCell() {
    Geometry bowtie = Shapes.wkt("POLYGON((10 10, 990 810, 990 10, 10 810, 10 10))");
    List<Piece> pieces = Tessellator.pieces(bowtie, GRID);
    assertThat(pieces).filteredOn(p -> !p.core()).allMatch(p -> p.shape().isValid());
    assertThat(area(pieces)).isCloseTo(980 * 400, within(1e-3));
  }

  @Test
  void placesOutsideTheGridAreRefused() {
    Geometry degrees = Shapes.wkt("POLYGON((117 -36, 118 -36, 118 36, 117 -36))");
    assertThatThrownBy(() -> Tessellator.pieces(degrees, GRID))
        .hasMessageContaining("outside the grid");
  }

  @Test
  void anEmptyPolygonHasNoPieces() {
    assertThat(Tessellator.pieces(Shapes.wkt("POLYGON EMPTY"), GRID)).isEmpty();
  }

  /** Against brute force, cell by cell: area, validity, place; and the pieces as one coverage. */
  private static void assertTiles(Geometry polygon, List<Piece> pieces) {
    assertThat(area(pieces)).isCloseTo(polygon.getArea(), within(1e-9 * polygon.getArea()));
    Map<Long, Piece> byCell = byCell(pieces);
    List<Geometry> shapes = new ArrayList<>();
    for (long cell : cellsOf(polygon.getEnvelopeInternal())) {
      Geometry square = Cells.square(cell);
      Piece piece = byCell.remove(cell);
      double expected = OverlayNGRobust.overlay(polygon, square, OverlayNG.INTERSECTION).getArea();
      double found = 0;
      if (piece != null) {
        Geometry shape = piece.shape();
        shapes.add(shape);
        found = shape.getArea();
        assertThat(shape.isValid()).as("%s", shape).isTrue();
        assertThat(Cells.envelope(cell).contains(shape.getEnvelopeInternal())).isTrue();
      }
      assertThat(found).isCloseTo(expected, within(1e-6));
    }
    assertThat(byCell).isEmpty();
    assertCoverage(shapes);
    assertOnlyKnownCoordinates(polygon, shapes);
  }

  private static void assertCoverage(List<Geometry> shapes) {
    Geometry[] coverage = shapes.toArray(Geometry[]::new);
    assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(coverage))).isFalse();
  }

  private static void assertOnlyKnownCoordinates(Geometry polygon, List<Geometry> shapes) {
    Set<Coordinate> original = new HashSet<>(List.of(polygon.getCoordinates()));
    GridNoder grid = new GridNoder(GRID);
    for (Geometry shape : shapes) {
      for (Coordinate c : shape.getCoordinates()) {
        assertThat(grid.onLine(c) || original.contains(c)).as("%s", c).isTrue();
      }
    }
  }

  private static double area(List<Piece> pieces) {
    return pieces.stream().mapToDouble(p -> p.shape().getArea()).sum();
  }

  private static Map<Long, Piece> byCell(List<Piece> pieces) {
    Map<Long, Piece> byCell = new HashMap<>();
    for (Piece piece : pieces) {
      assertThat(byCell.put(piece.cell(), piece)).as("a second piece of one cell").isNull();
    }
    return byCell;
  }

  private static List<Long> cellsOf(Envelope e) {
    List<Long> cells = new ArrayList<>();
    double side = Cells.side(LEVEL);
    for (double x = e.getMinX() - side; x <= e.getMaxX() + side; x += side) {
      for (double y = e.getMinY() - side; y <= e.getMaxY() + side; y += side) {
        cells.add(Cells.of(x, y, LEVEL));
      }
    }
    return cells;
  }

  private static Geometry round(Geometry geometry) {
    return snapped(geometry, 1e-4);
  }

  private static Geometry snapped(Geometry geometry, double grid) {
    Geometry copy = new GeometryFactory().createGeometry(geometry).copy();
    copy.apply(
        (org.locationtech.jts.geom.CoordinateFilter)
            c -> {
              c.x = Math.rint(c.x / grid) * grid;
              c.y = Math.rint(c.y / grid) * grid;
            });
    copy.geometryChanged();
    return copy;
  }
}
