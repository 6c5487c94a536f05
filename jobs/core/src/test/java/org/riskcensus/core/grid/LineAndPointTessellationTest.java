package org.riskcensus.core.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class LineAndPointTessellationTest {

  private static final int LEVEL = 16;
  private static final CellGrid GRID = CellGrid.ofLevel(LEVEL);

  @Test
  void aLineIsCutAtTheGridLines() {
    List<Piece> pieces = Tessellator.pieces(Shapes.wkt("LINESTRING(50 50, 250 50)"), GRID);
    assertThat(pieces)
        .extracting(p -> p.shape().toText())
        .containsExactlyInAnyOrder(
            "LINESTRING (50 50, 100 50)",
            "LINESTRING (100 50, 200 50)",
            "LINESTRING (200 50, 250 50)");
  }

  @Test
  void aLineAlongAGridLineBelongsToTheEastOrNorthInEitherDirection() {
    for (String wkt : List.of("LINESTRING(100 10, 100 90)", "LINESTRING(100 90, 100 10)")) {
      assertThat(Tessellator.pieces(Shapes.wkt(wkt), GRID))
          .extracting(Piece::cell)
          .containsExactly(Cells.of(150, 50, LEVEL));
    }
    assertThat(Tessellator.pieces(Shapes.wkt("LINESTRING(10 100, 90 100)"), GRID))
        .extracting(Piece::cell)
        .containsExactly(Cells.of(50, 150, LEVEL));
  }

  @Test
  void aLineThatComesBackToACellHasOnePieceThere() {
    Geometry line = Shapes.wkt("LINESTRING(50 50, 150 50, 150 60, 50 60)");
    List<Piece> pieces = Tessellator.pieces(line, GRID);
    assertThat(pieces).hasSize(2);
    assertThat(pieces.get(0).shape().toText())
        .isEqualTo("MULTILINESTRING ((50 50, 100 50), (100 60, 50 60))");
  }

  @Test
  void randomLinesConserveTheirLengthAndStayInTheirCells() {
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      Coordinate[] path = new Coordinate[60];
      path[0] = new Coordinate(random.nextDouble(-5e5, 5e5), random.nextDouble(3e6, 4e6));
      for (int k = 1; k < path.length; k++) {
        double step = k % 7 == 0 ? 0 : 400;
        path[k] =
            new Coordinate(
                Math.rint(path[k - 1].x + random.nextGaussian() * step),
                Math.rint(path[k - 1].y + random.nextGaussian() * step));
      }
      Geometry line = new GeometryFactory().createLineString(path);
      List<Piece> pieces = Tessellator.pieces(line, GRID);
      double length = pieces.stream().mapToDouble(p -> p.shape().getLength()).sum();
      assertThat(length).isCloseTo(line.getLength(), within(1e-9 * line.getLength()));
      assertThat(pieces)
          .allMatch(p -> Cells.envelope(p.cell()).contains(p.shape().getEnvelopeInternal()));
      assertThat(pieces).extracting(Piece::cell).doesNotHaveDuplicates();
    }
  }

  @Test
  void pointsOnBordersBelongToTheEastOrNorth() {
    List<Piece> pieces =
        Tessellator.pieces(Shapes.wkt("MULTIPOINT((100 50), (50 100), (199 99))"), GRID);
    assertThat(pieces).hasSize(2);
    assertThat(pieces)
        .extracting(Piece::cell)
        .containsExactlyInAnyOrder(Cells.of(150, 50, LEVEL), Cells.of(50, 150, LEVEL));
  }

  @Test
  void aCollectionIsCutMemberByMember() {
    Geometry mixed =
        Shapes.wkt("GEOMETRYCOLLECTION(POINT(5 5), LINESTRING(10 10, 20 10), POINT EMPTY)");
    assertThat(Tessellator.pieces(mixed, GRID)).hasSize(2);
  }
}
