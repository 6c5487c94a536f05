package org.riskcensus.core.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.core.grid.Piece;
import org.riskcensus.core.grid.Shapes;
import org.riskcensus.core.grid.Tessellator;

class DissolveTest {

  @Test
  void twoSquaresBecomeOne() {
    List<Polygon> joined =
        Dissolve.dissolve(
            List.of(Cells.square(Cells.of(0, 0, 16)), Cells.square(Cells.of(100, 0, 16))));
    assertThat(joined).hasSize(1);
    assertThat(joined.get(0).getArea()).isEqualTo(20_000);
    assertThat(joined.get(0).getNumPoints()).as("the middle vertices stay").isEqualTo(7);
  }

  @Test
  void nothingDissolvesToNothing() {
    assertThat(Dissolve.dissolve(List.of())).isEmpty();
  }

  @Test
  void randomClassesOfACountyTileIt() {
    Random random = new Random(5);
    for (int holes = 0; holes < 4; holes++) {
      Polygon county = Shapes.starWithHoles(random, 6000, 400, holes);
      assertTiles(county, 16, p -> random.nextInt(3));
    }
  }

  @Test
  void smoothClassesOfACountyTileIt() {
    Polygon county = Shapes.starPolygon(new Random(6), 20_000, 1500);
    assertTiles(county, 15, p -> (int) (Cells.envelope(p.cell()).getMinX() / 3000) & 3);
  }

  @Test
  void theClassesOfNeighbouringCountiesTileThemTogether() {
    Random random = new Random(7);
    List<Polygon> zones = new ArrayList<>();
    double area = 0;
    for (Polygon county : Shapes.coverage(random, 50_000, 4_000_000, 9000, 3)) {
      area += county.getArea();
      zones.addAll(zones(Tessellator.pieces(county, CellGrid.ofLevel(16)), p -> random.nextInt(2)));
    }
    assertCoverage(zones, area);
  }

  private static void assertTiles(Polygon county, int level, ToIntFunction<Piece> classOf) {
    assertCoverage(
        zones(Tessellator.pieces(county, CellGrid.ofLevel(level)), classOf), county.getArea());
  }

  private static List<Polygon> zones(List<Piece> pieces, ToIntFunction<Piece> classOf) {
    List<List<Geometry>> classes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      classes.add(new ArrayList<>());
    }
    pieces.forEach(p -> classes.get(classOf.applyAsInt(p)).add(p.shape()));
    List<Polygon> zones = new ArrayList<>();
    classes.forEach(c -> zones.addAll(Dissolve.dissolve(c)));
    return zones;
  }

  private static void assertCoverage(List<Polygon> zones, double area) {
    assertThat(zones).hasSizeGreaterThan(1).allMatch(Geometry::isValid);
    Geometry[] coverage = zones.toArray(Geometry[]::new);
    assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(coverage))).isFalse();
    assertThat(zones.stream().mapToDouble(Geometry::getArea).sum())
        .isCloseTo(area, within(1e-9 * area));
  }
}
