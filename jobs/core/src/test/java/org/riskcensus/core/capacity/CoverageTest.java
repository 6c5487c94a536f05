package org.riskcensus.core.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.riskcensus.core.zoning.Tiling;

class CoverageTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Test
  void whatTwoReachesShareIsCoveredOnce() {
    // 10 × 10 with 6 × 10 from the left and 6 × 10 from the right, sharing 2 × 10
    Geometry unit = box(0, 10, 0, 10);
    Coverage coverage = Coverage.of(unit, List.of(box(-5, 4, 0, 10), box(2, 8, 0, 10)));
    assertThat(coverage.covered().getArea()).isCloseTo(80, within(1e-9));
    assertThat(coverage.gap().getArea()).isCloseTo(20, within(1e-9));
  }

  @Test
  void unitOutOfReachIsAGapAsAWhole() {
    Geometry unit = box(0, 10, 0, 10);
    assertThat(Coverage.of(unit, List.of()).gap().getArea()).isEqualTo(100);
    assertThat(Coverage.of(unit, List.of(box(20, 30, 0, 10))).covered().isEmpty()).isTrue();
  }

  @Test
  void reachThatOnlyTouchesCoversNothing() {
    Coverage coverage = Coverage.of(box(0, 10, 0, 10), List.of(box(10, 20, 0, 10)));
    assertThat(coverage.covered().isEmpty()).isTrue();
    assertThat(coverage.gap().getArea()).isEqualTo(100);
  }

  @Test
  void unitWithinReachHasNoGap() {
    assertThat(Coverage.of(box(0, 10, 0, 10), List.of(box(-1, 11, -1, 11))).gap().isEmpty())
        .isTrue();
  }

  @Test
  void coveredAndGapTileTheUnitAndAgreeWithPointsTakenOneByOne() {
    Random random = new Random(5);
    for (int round = 0; round < 40; round++) {
      Geometry unit = blob(random, 1000, 900);
      List<Geometry> reaches = new ArrayList<>();
      for (int i = random.nextInt(8); i > 0; i--) {
        reaches.add(blob(random, 400, 50 + random.nextInt(400)));
      }
      Coverage coverage = Coverage.of(unit, reaches);
      assertTiles(unit, coverage);
      for (int i = 0; i < 50; i++) {
        Point place = place(random, 1000);
        boolean reached = reaches.stream().anyMatch(reach -> reach.contains(place));
        assertThat(coverage.covered().contains(place)).isEqualTo(unit.contains(place) && reached);
        assertThat(coverage.gap().contains(place)).isEqualTo(unit.contains(place) && !reached);
      }
    }
  }

  private static void assertTiles(Geometry unit, Coverage coverage) {
    List<Geometry> parts = new ArrayList<>();
    for (Geometry part : List.of(coverage.covered(), coverage.gap())) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    assertThat(Tiling.findFlaw(parts)).isEmpty();
    double sum = coverage.covered().getArea() + coverage.gap().getArea();
    assertThat(sum).isCloseTo(unit.getArea(), within(unit.getArea() * 1e-9));
  }

  private static Geometry blob(Random random, double spread, double radius) {
    Geometry one = place(random, spread).buffer(radius, 3 + random.nextInt(6));
    return one.union(place(random, spread).buffer(radius / 2, 5));
  }

  private static Point place(Random random, double spread) {
    double x = random.nextGaussian() * spread / 2;
    return FACTORY.createPoint(new Coordinate(x, random.nextGaussian() * spread / 2));
  }

  private static Geometry box(double west, double east, double south, double north) {
    return FACTORY.toGeometry(new Envelope(west, east, south, north));
  }
}
