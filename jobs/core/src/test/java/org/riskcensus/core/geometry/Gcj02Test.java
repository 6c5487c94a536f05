package org.riskcensus.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class Gcj02Test {

  /** The example that libraries for this conversion print in their documentation. */
  @Test
  void tiananmenIsDrawnWhereOtherLibrariesDrawIt() {
    Coordinate drawn = Gcj02.of(new Coordinate(116.404, 39.915));
    assertThat(drawn.x).isCloseTo(116.41024449916938, within(1e-9));
    assertThat(drawn.y).isCloseTo(39.91640428150164, within(1e-9));
  }

  @Test
  void takingTheOffsetBackLeadsToTheTruePosition() {
    for (double x = 75; x < 135; x += 3.7) {
      for (double y = 18; y < 53; y += 2.9) {
        Coordinate back = Gcj02.inverse(Gcj02.of(new Coordinate(x, y)));
        assertThat(back.distance(new Coordinate(x, y))).isLessThan(1e-7);
      }
    }
  }

  @Test
  void theOffsetIsOneToSevenHundredMetresOverTheCensusCounties() {
    for (Coordinate place :
        new Coordinate[] {new Coordinate(118.09, 36.96), new Coordinate(109.88, 31.07)}) {
      Coordinate drawn = Gcj02.of(place);
      double east = (drawn.x - place.x) * 111_320 * Math.cos(Math.toRadians(place.y));
      double north = (drawn.y - place.y) * 111_000;
      assertThat(Math.hypot(east, north)).isBetween(100.0, 700.0);
    }
  }
}
