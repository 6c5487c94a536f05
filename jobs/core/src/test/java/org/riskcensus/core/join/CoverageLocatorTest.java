package org.riskcensus.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

class CoverageLocatorTest {

  private static final List<Geometry> QUARTERS =
      List.of(
          RandomShapes.wkt("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"),
          RandomShapes.wkt("POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))"),
          RandomShapes.wkt("POLYGON((0 1, 1 1, 1 2, 0 2, 0 1))"),
          RandomShapes.wkt("POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))"));

  @Test
  void bordersToTheWestAndSouthBelongToAnArea() {
    assertThat(locate(QUARTERS, 0.5, 0.5)).isZero();
    assertThat(locate(QUARTERS, 1, 0.5)).isEqualTo(1);
    assertThat(locate(QUARTERS, 0.5, 1)).isEqualTo(2);
    assertThat(locate(QUARTERS, 1, 1)).isEqualTo(3);
  }

  @Test
  void theOuterBorderBelongsToTheAreaThatIsThere() {
    assertThat(locate(QUARTERS, 0, 0)).isZero();
    assertThat(locate(QUARTERS, 2, 0.5)).isEqualTo(1);
    assertThat(locate(QUARTERS, 2, 1)).isEqualTo(3);
    assertThat(locate(QUARTERS, 1, 2)).isEqualTo(2);
    assertThat(locate(QUARTERS, 2, 2)).isEqualTo(3);
    assertThat(locate(QUARTERS, 2.1, 1)).isEqualTo(-1);
  }

  @Test
  void aPointInTwoAreasGoesToOneWhateverTheirOrder() {
    Geometry a = RandomShapes.wkt("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))");
    Geometry b = RandomShapes.wkt("POLYGON((2 0, 6 0, 6 4, 2 4, 2 0))");
    assertThat(locate(List.of(a, b), 3, 2)).isZero();
    assertThat(locate(List.of(b, a), 3, 2)).isEqualTo(1);
  }

  @Test
  void everyPlaceOfARandomCoverageHasOneUnitWhateverTheOrder() {
    for (long seed = 1; seed <= 8; seed++) {
      List<Geometry> units = coverage(seed);
      List<Coordinate> places = places(units, seed);
      List<Geometry> shuffled = new ArrayList<>(units);
      Collections.shuffle(shuffled, new Random(seed));
      JoinProbe first = probe(units);
      JoinProbe second = probe(shuffled);
      for (Coordinate place : places) {
        Hits hits = first.match(place.x, place.y);
        assertThat(hits.size()).as("%s in coverage %s", place, seed).isEqualTo(1);
        Geometry unit = units.get(hits.get(0));
        assertThat(unit.covers(RandomShapes.GEOMETRY.createPoint(place))).isTrue();
        Geometry same = shuffled.get(second.match(place.x, place.y).get(0));
        assertThat((Object) same).as("%s in coverage %s", place, seed).isSameAs(unit);
      }
    }
  }

  @Test
  void aUnitWithAHoleThatTouchesItsBorderHasItsPlacesOnce() {
    Geometry frame = RandomShapes.wkt("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0), (2 0, 3 2, 1 2, 2 0))");
    Geometry hole = RandomShapes.wkt("POLYGON((2 0, 3 2, 1 2, 2 0))");
    assertThat(locate(List.of(frame, hole), 2, 0)).isZero();
    assertThat(locate(List.of(frame, hole), 1.5, 1)).isEqualTo(1);
    assertThat(locate(List.of(frame, hole), 2.5, 1)).isZero();
    assertThat(locate(List.of(frame, hole), 2, 2)).isZero();
  }

  /** The faces of random lines: they share edges, T-junctions among them, and corners. */
  private static List<Geometry> coverage(long seed) {
    RandomShapes shapes = new RandomShapes(seed, 16);
    List<Geometry> lines = new ArrayList<>();
    lines.add(RandomShapes.wkt("LINESTRING(0 0, 16 0, 16 16, 0 16, 0 0)"));
    for (int i = 0; i < 12; i++) {
      lines.add(shapes.line());
    }
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(OverlayNGRobust.union(lines));
    List<Geometry> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      faces.add((Geometry) face);
    }
    assertThat(faces.size()).isGreaterThan(10);
    return faces;
  }

  private static List<Coordinate> places(List<Geometry> units, long seed) {
    List<Coordinate> places = new ArrayList<>();
    Random random = new Random(seed);
    for (Geometry unit : units) {
      Coordinate[] ring = unit.getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        places.add(ring[i]);
        places.add(
            new Coordinate((ring[i - 1].x + ring[i].x) / 2, (ring[i - 1].y + ring[i].y) / 2));
      }
      places.add(new Coordinate(random.nextDouble(16), random.nextDouble(16)));
    }
    for (int i = 0; i <= 16; i++) {
      places.add(new Coordinate(i, random.nextInt(17)));
    }
    // the middle of an edge of the outer frame lies on it exactly; others may lie beside their edge
    return places;
  }

  private static int locate(List<Geometry> units, double x, double y) {
    Hits hits = probe(units).match(x, y);
    return hits.size() == 0 ? -1 : hits.get(0);
  }

  private static JoinProbe probe(List<Geometry> units) {
    return JoinIndex.of(JoinCondition.of(SpatialPredicate.LOCATE), units).probe();
  }
}
