package org.riskcensus.formats.crs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class CrsGuessTest {

  private static CrsGuess guess(double x, double y) {
    return CrsGuess.of(new Coordinate(x, y)).orElseThrow();
  }

  @Test
  void degreesInChinaLookLikeLongitudeAndLatitude() {
    assertThat(guess(118.1, 36.9).codes()).containsExactly("EPSG:4490", "EPSG:4326");
    assertThat(CrsGuess.of(new Coordinate(36.9, 118.1))).isEmpty();
    assertThat(CrsGuess.of(new Coordinate(-3, 48))).isEmpty();
  }

  /** Positions made with PROJ: cs2cs EPSG:4490 to the system named. */
  @ParameterizedTest
  @CsvSource({
    "39599763.4, 4091000.1, EPSG:4527",
    "37393100.2, 3438200.8, EPSG:4525",
    "20599763.4, 4091000.1, EPSG:4498",
    "13147000.0, 4420000.0, EPSG:3857"
  })
  void metresTellTheirZone(double easting, double northing, String code) {
    assertThat(guess(easting, northing).codes()).contains(code);
  }

  @Test
  void anEastingWithoutItsZoneLeavesTheMeridianOpen() {
    CrsGuess guess = guess(599763.4, 4091000.1);
    assertThat(guess.codes()).isEmpty();
    assertThat(guess.look()).isEqualTo(CrsGuess.Look.UNNUMBERED_ZONE);
  }

  @Test
  void metresOfAnyPlaneContradictDegreesAndNumberedZonesOnly() {
    CrsGuess guess = guess(599763.4, 4091000.1);
    assertThat(guess.contradicts(Crs.CGCS2000)).isTrue();
    assertThat(guess.contradicts(Crs.of("EPSG:4527"))).isTrue();
    assertThat(guess.contradicts(Crs.of("EPSG:4546"))).isFalse();
    assertThat(guess.contradicts(Crs.of("EPSG:5070"))).isFalse();
  }

  /** Every numbered zone of the register is found from a position in it. */
  @Test
  void everyNumberedZoneIsTold() {
    for (int code = 4513; code <= 4533; code++) {
      assertThat(codesAt(code, 75 + 3 * (code - 4513))).contains("EPSG:" + code);
    }
    for (int code = 4494; code <= 4501; code++) {
      assertThat(codesAt(code, 75 + 6 * (code - 4491))).contains("EPSG:" + code);
    }
  }

  private static java.util.List<String> codesAt(int code, int meridian) {
    Coordinate place =
        CoordinateTransform.between(Crs.CGCS2000, Crs.of("EPSG:" + code))
            .apply(new Coordinate(meridian + 0.7, 35));
    return guess(place.x, place.y).codes();
  }
}
