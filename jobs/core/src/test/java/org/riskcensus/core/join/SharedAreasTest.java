package org.riskcensus.core.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class SharedAreasTest {

  private static final Geometry SQUARE = RandomShapes.wkt("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))");

  private static double shared(Geometry a, Geometry b) {
    return new SharedAreas(List.of(b), null).find(a, 0);
  }

  @Test
  void squaresShareTheirCommonCorner() {
    assertThat(shared(SQUARE, RandomShapes.wkt("POLYGON((3 2, 3 9, 9 9, 9 2, 3 2))"))).isEqualTo(2);
  }

  @Test
  void aHoleIsNotShared() {
    Geometry frame =
        RandomShapes.wkt("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 3, 3 3, 3 1, 1 1))");
    assertThat(shared(frame, RandomShapes.wkt("POLYGON((0 0, 2 0, 2 2, 0 2, 0 0))"))).isEqualTo(3);
  }

  @Test
  void edgesInCommonCountOnce() {
    assertThat(shared(SQUARE, SQUARE)).isEqualTo(16);
  }

  @Test
  void neighboursAndStrangersAreLeftToAnotherWay() {
    assertThat(shared(SQUARE, RandomShapes.wkt("POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))"))).isNaN();
    assertThat(shared(SQUARE, RandomShapes.wkt("POLYGON((7 7, 8 7, 8 8, 7 7))"))).isNaN();
    assertThat(shared(SQUARE, RandomShapes.wkt("LINESTRING(0 0, 4 4)"))).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void areasAreThoseOfTheOverlay(long seed) {
    RandomShapes shapes = new RandomShapes(seed, 8);
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      areas.add(shapes.star(3 + 5 * i, 0.5 + i * 0.2));
      areas.add(shapes.lattice());
    }
    check(areas, 1e-12);
  }

  @Test
  void farFromTheOriginOnlyRoundingOfCoordinatesIsLost() {
    RandomShapes shapes = new RandomShapes(24, 8);
    AffineTransformation away = AffineTransformation.translationInstance(4e7, 4e6);
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      areas.add(away.transform(shapes.star(5 + 3 * i, 2)));
    }
    check(areas, 1e-7);
  }

  private static void check(List<Geometry> areas, double error) {
    SharedAreas shared = new SharedAreas(areas, null);
    int found = 0;
    for (Geometry left : areas) {
      for (int right = 0; right < areas.size(); right++) {
        double area = shared.find(left, right);
        double overlay =
            OverlayNGRobust.overlay(left, areas.get(right), OverlayNG.INTERSECTION).getArea();
        if (Double.isNaN(area)) {
          assertThat(overlay).as("%s and %s", left, areas.get(right)).isCloseTo(0, within(error));
        } else {
          assertThat(area)
              .as("%s and %s", left, areas.get(right))
              .isCloseTo(overlay, within(error));
          assertThat(left.intersects(areas.get(right))).isTrue();
          found++;
        }
      }
    }
    assertThat(found).isGreaterThan(areas.size());
  }
}
