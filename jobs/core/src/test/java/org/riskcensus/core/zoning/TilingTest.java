package org.riskcensus.core.zoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class TilingTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int SIDE = 6;

  @Test
  void neighboursThatShareTheirBordersTile() throws ParseException {
    assertThat(flaw("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))"))
        .isFalse();
    assertThat(flaw("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3))")).isFalse();
    assertThat(
            flaw(
                "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((2 2, 4 2, 4 4, 2 4, 2 2)))",
                "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))"))
        .isFalse();
  }

  @Test
  void overlapsDoublesAndBordersOfDifferentVerticesAreFlaws() throws ParseException {
    String square = "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))";
    assertThat(flaw(square, "POLYGON ((1 0, 4 0, 4 2, 1 2, 1 0))")).as("overlap").isTrue();
    assertThat(flaw(square, square)).as("double").isTrue();
    assertThat(flaw(square, "POLYGON ((0.5 0.5, 1 0.5, 1 1, 0.5 1, 0.5 0.5))"))
        .as("inside")
        .isTrue();
    assertThat(flaw(square, "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 1, 2 0))"))
        .as("a vertex that the neighbour lacks")
        .isTrue();
    assertThat(flaw("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")).as("invalid").isTrue();
  }

  /** What is accepted without the validator is what the validator accepts. */
  @Test
  void theProofAgreesWithTheValidatorOnDamagedCoverages() {
    Random random = new Random(7);
    int flawed = 0;
    for (int i = 0; i < 300; i++) {
      List<Polygon> tiles = tiles(random);
      damage(tiles, random);
      boolean valid = CoverageValidator.isValid(tiles.toArray(Geometry[]::new));
      boolean each = tiles.stream().allMatch(Geometry::isValid);
      assertThat(Tiling.findFlaw(tiles).isEmpty()).as("%d: %s", i, tiles).isEqualTo(valid && each);
      flawed += valid ? 0 : 1;
    }
    assertThat(flawed).isBetween(100, 250);
  }

  private static boolean flaw(String... wkt) throws ParseException {
    List<Geometry> coverage = new ArrayList<>();
    for (String text : wkt) {
      coverage.add(new WKTReader().read(text));
    }
    return Tiling.findFlaw(coverage).isPresent();
  }

  /** Quadrilaterals over a grid whose inner nodes are moved at random. */
  private static List<Polygon> tiles(Random random) {
    Coordinate[][] nodes = new Coordinate[SIDE + 1][SIDE + 1];
    for (int x = 0; x <= SIDE; x++) {
      for (int y = 0; y <= SIDE; y++) {
        nodes[x][y] = new Coordinate(x + random.nextDouble() / 3, y + random.nextDouble() / 3);
      }
    }
    List<Polygon> tiles = new ArrayList<>();
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        Coordinate[] ring = {
          nodes[x][y], nodes[x + 1][y], nodes[x + 1][y + 1], nodes[x][y + 1], nodes[x][y]
        };
        tiles.add(GEOMETRY.createPolygon(ring));
      }
    }
    return tiles;
  }

  private static void damage(List<Polygon> tiles, Random random) {
    int at = random.nextInt(tiles.size());
    Coordinate[] ring = tiles.get(at).getCoordinates();
    switch (random.nextInt(5)) {
      case 0 -> tiles.remove(at);
      case 1 -> tiles.add(tiles.get(at));
      case 2 -> {
        ring[1] = new Coordinate(ring[1].x + move(random), ring[1].y + move(random));
        tiles.set(at, GEOMETRY.createPolygon(ring));
      }
      case 3 -> {
        Coordinate middle =
            new Coordinate((ring[0].x + ring[1].x) / 2, (ring[0].y + ring[1].y) / 2);
        Coordinate[] more = {ring[0], middle, ring[1], ring[2], ring[3], ring[4]};
        tiles.set(at, GEOMETRY.createPolygon(more));
      }
      default -> tiles.set(at, tiles.get(at).reverse());
    }
  }

  private static double move(Random random) {
    return (random.nextDouble() - 0.5) * (random.nextBoolean() ? 1e-9 : 0.2);
  }
}
