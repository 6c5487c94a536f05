package org.riskcensus.core.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class CellGridTest {

  @Test
  void cellsOfThirtyMetresAndAKilometreAreSquaresAtMultiplesOfTheirSide() {
    long small = CellGrid.ofSide(30).cell(1_234_567.8, 4_000_050);
    assertThatObject(Cells.envelope(small))
        .isEqualTo(new Envelope(1_234_560, 1_234_590, 4_000_050, 4_000_080));
    long large = CellGrid.ofSide(1000).cell(-0.5, 4_000_050);
    assertThatObject(Cells.envelope(large)).isEqualTo(new Envelope(-1000, 0, 4_000_000, 4_001_000));
  }

  @Test
  void aSideOfALevelHasTheCellsOfThatLevel() {
    assertThat(CellGrid.ofSide(100)).isEqualTo(CellGrid.ofLevel(16));
    assertThat(CellGrid.ofSide(1600).cell(1e6, 4e6)).isEqualTo(Cells.of(1e6, 4e6, 12));
    assertThat(CellGrid.ofSide(200).parent(Cells.of(1e6, 4e6, 20)))
        .isEqualTo(Cells.of(1e6, 4e6, 15));
    assertThat(CellGrid.ofSide(200).isAncestryOf(20)).isTrue();
    assertThat(CellGrid.ofSide(30).isAncestryOf(20)).isFalse();
  }

  @Test
  void everySideHasItsOwnIdsThatTellSideAndSquare() {
    Random random = new Random(1);
    Set<Long> ids = new HashSet<>();
    for (int side = CellGrid.MIN_SIDE_METRES; side <= CellGrid.MAX_SIDE_METRES; side++) {
      CellGrid grid = CellGrid.ofSide(side);
      for (int i = 0; i < 2; i++) {
        double x = random.nextDouble(-3_270_000, 3_270_000);
        double y = random.nextDouble(0, 6_550_000);
        long cell = grid.cell(x, y);
        Envelope e = Cells.envelope(cell);
        assertThat(CellGrid.of(cell)).isEqualTo(grid);
        assertThat(e.getWidth()).isEqualTo(side);
        assertThat(e.getMinX() <= x && x < e.getMaxX() && e.getMinY() <= y && y < e.getMaxY())
            .isTrue();
        assertThat(grid.cell(e.getMinX(), e.getMinY())).isEqualTo(cell);
        assertThat(cell).isBetween(1L, 1L << 53);
        assertThat(ids.add(cell)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 41, 100, 999})
  void thePiecesTileAPolygonAndAnyNeighbour(int side) {
    CellGrid grid = CellGrid.ofSide(side);
    Geometry west =
        Shapes.wkt("POLYGON((7 105, 1500 40.3, 1713.7 900, 1300 1999.9, 90 1500, 7 105))");
    Geometry east =
        Shapes.wkt("POLYGON((1500 40.3, 4000 500, 3000 2100, 1300 1999.9, 1713.7 900, 1500 40.3))");
    List<Geometry> parts = new ArrayList<>();
    for (Geometry unit : List.of(west, east)) {
      double area = 0;
      for (Piece piece : Tessellator.pieces(unit, grid)) {
        assertThat(Cells.envelope(piece.cell()).contains(piece.shape().getEnvelopeInternal()))
            .isTrue();
        parts.add(piece.shape());
        area += piece.shape().getArea();
      }
      assertThat(area).isCloseTo(unit.getArea(), within(1e-3));
    }
    assertThat(CoverageValidator.isValid(parts.toArray(Geometry[]::new))).isTrue();
  }

  @Test
  void sidesBeyondTheLimitsAndParentsBetweenLevelsAreRefused() {
    assertThatThrownBy(() -> CellGrid.ofSide(19)).hasMessageContaining("not within 20–8000 m");
    assertThatThrownBy(() -> CellGrid.ofSide(8001)).hasMessageContaining("not within 20–8000 m");
    assertThatThrownBy(() -> CellGrid.ofLevel(0)).hasMessageContaining("level 0");
    long cell = CellGrid.ofSide(30).cell(1e6, 4e6);
    assertThatThrownBy(() -> Cells.level(cell)).hasMessageContaining("30.0 m, which is no level");
    assertThatThrownBy(() -> CellGrid.ofSide(30).cell(117.5, -1))
        .hasMessageContaining("outside the grid");
  }
}
