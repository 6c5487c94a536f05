package org.riskcensus.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.core.grid.Shapes;

class UnitLocatorTest {

  private static final UnitLocator SQUARES =
      new UnitLocator(
          Map.of(
              "370302", Shapes.wkt("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"),
              "370303", Shapes.wkt("POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))"),
              "370301", Shapes.wkt("POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))")));

  @Test
  void aPointInsideBelongsToItsUnit() {
    assertThat(SQUARES.find(new Coordinate(1.5, 0.5))).contains("370303");
    assertThat(SQUARES.find(new Coordinate(3, 3))).isEmpty();
  }

  @Test
  void aPointOnASharedBorderBelongsToTheFirstUnitOnly() {
    assertThat(SQUARES.find(new Coordinate(1, 0.5))).contains("370302");
    assertThat(SQUARES.find(new Coordinate(1, 1))).contains("370301");
    assertThat(SQUARES.claims(new Coordinate(1, 1))).containsExactly("370301", "370302", "370303");
  }

  @Test
  void aPointOnTheOuterBorderIsNotLost() {
    assertThat(SQUARES.find(new Coordinate(2, 0))).contains("370303");
    assertThat(SQUARES.find(new Coordinate(0, 0.5))).contains("370302");
  }

  @Test
  void everyPlaceOfACoverageHasAUnitAlsoItsVertices() {
    Random random = new Random(4);
    List<Polygon> coverage = Shapes.coverage(random, 1000, 2000, 900, 4);
    Map<String, Geometry> units = new HashMap<>();
    Envelope inner = new Envelope(1050, 1850, 2050, 2850);
    for (int i = 0; i < coverage.size(); i++) {
      units.put("u" + (char) ('a' + i), coverage.get(i));
    }
    UnitLocator locator = new UnitLocator(units);
    int shared = 0;
    for (Polygon unit : coverage) {
      for (Coordinate vertex : unit.getCoordinates()) {
        assertThat(locator.find(vertex)).isPresent();
        shared += locator.claims(vertex).size() > 1 ? 1 : 0;
      }
    }
    assertThat(shared).isPositive();
    for (int i = 0; i < 5000; i++) {
      Coordinate place =
          new Coordinate(
              random.nextDouble(inner.getMinX(), inner.getMaxX()),
              random.nextDouble(inner.getMinY(), inner.getMaxY()));
      assertThat(locator.claims(place)).hasSize(1);
    }
  }
}
