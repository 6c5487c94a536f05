package org.riskcensus.formats.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CoordinateTransformTest {

  private static final double MILLIMETRE = 0.001;
  private static final double MILLIMETRE_IN_DEGREES = 9e-9;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  @ParameterizedTest
  @CsvSource({
    "EPSG:4548, 117, 118.05, 36.96",
    "EPSG:4548, 117, 117.0, 36.96",
    "EPSG:4546, 111, 109.88, 31.07",
    "EPSG:4534, 75, 74.2, 39.5"
  })
  void gaussKrugerAgreesWithTheSeries(String code, double meridian, double lon, double lat) {
    Coordinate moved =
        CoordinateTransform.between(Crs.CGCS2000, Crs.of(code)).apply(new Coordinate(lon, lat));
    double[] expected = GaussKrueger.project(lon, lat, meridian);
    assertThat(moved.x).isCloseTo(expected[0], within(MILLIMETRE));
    assertThat(moved.y).isCloseTo(expected[1], within(MILLIMETRE));
  }

  @Test
  void aNumberedZonePutsItsNumberBeforeTheEasting() {
    Coordinate place = new Coordinate(118.05, 36.96);
    Coordinate plain = CoordinateTransform.between(Crs.CGCS2000, Crs.of("EPSG:4548")).apply(place);
    Coordinate zone39 = CoordinateTransform.between(Crs.CGCS2000, Crs.of("EPSG:4527")).apply(place);
    assertThat(zone39.x - plain.x).isCloseTo(39_000_000, within(1e-6));
    assertThat(zone39.y).isCloseTo(plain.y, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4548", "EPSG:4527", "EPSG:4326", "EPSG:3857", "EPSG:32650"})
  void thereAndBackIsWithinAMillimetre(String code) {
    var there = CoordinateTransform.between(Crs.CGCS2000, Crs.of(code));
    var back = CoordinateTransform.between(Crs.of(code), Crs.CGCS2000);
    for (double lon = 114; lon <= 120; lon += 0.5) {
      Coordinate place = new Coordinate(lon, 36.3);
      Coordinate again = back.apply(there.apply(place));
      assertThat(again.distance(place)).isLessThan(MILLIMETRE_IN_DEGREES);
    }
  }

  /** All zones of 3 and 6 degrees, with and without their number, on three datums. */
  @Test
  void everyGaussKrugerZoneThereAndBack() {
    int[][] rows = {
      {4491, 75, 6, 11}, {4502, 75, 6, 11}, {4513, 75, 3, 21}, {4534, 75, 3, 21},
      {2327, 75, 6, 11}, {2338, 75, 6, 11}, {2349, 75, 3, 21}, {2370, 75, 3, 21},
      {21413, 75, 6, 11}, {21453, 75, 6, 11}, {2401, 75, 3, 21}, {2422, 75, 3, 21}
    };
    for (int[] row : rows) {
      for (int i = 0; i < row[3]; i++) {
        Crs zone = Crs.of("EPSG:" + (row[0] + i));
        double meridian = row[1] + row[2] * i;
        Coordinate place = new Coordinate(meridian + row[2] / 2.0 - 0.1, 36.3);
        Coordinate there = CoordinateTransform.between(Crs.CGCS2000, zone).apply(place);
        Coordinate back = CoordinateTransform.between(zone, Crs.CGCS2000).apply(there);
        assertThat(back.distance(place)).as(zone.code()).isLessThan(MILLIMETRE_IN_DEGREES);
        assertThat(there.x % 1e6).as(zone.code()).isBetween(6e5, 8e5);
      }
    }
  }

  @Test
  void thePlaneCoversChinaThereAndBack() {
    var there = CoordinateTransform.between(Crs.CGCS2000, Crs.ANALYSIS_PLANE);
    var back = CoordinateTransform.between(Crs.ANALYSIS_PLANE, Crs.CGCS2000);
    for (double lon = 73; lon <= 136; lon += 7) {
      for (double lat = 3; lat <= 54; lat += 3) {
        Coordinate place = new Coordinate(lon, lat);
        assertThat(back.apply(there.apply(place)).distance(place))
            .isLessThan(MILLIMETRE_IN_DEGREES);
      }
    }
  }

  /**
   * Area between two parallels and two meridians by the closed formula of the authalic function.
   */
  @ParameterizedTest
  @CsvSource({"118, 36.9", "109.5, 31", "74, 39", "127, 50", "110, 19"})
  void thePlaneKeepsAreas(double lon, double lat) {
    double side = 0.01;
    double expected =
        Math.pow(6378137.0, 2) / 2 * Math.toRadians(side) * (authalic(lat + side) - authalic(lat));
    Geometry cell = GEOMETRY.toGeometry(new Envelope(lon, lon + side, lat, lat + side));
    Geometry moved = CoordinateTransform.between(Crs.CGCS2000, Crs.ANALYSIS_PLANE).apply(cell);
    assertThat(moved.getArea() / expected).isCloseTo(1, within(1e-7));
  }

  /** {@code q(φ)} of Snyder (1987), equation 3-12. */
  private static double authalic(double latitude) {
    double f = 1 / 298.257222101;
    double e = Math.sqrt(f * (2 - f));
    double s = Math.sin(Math.toRadians(latitude));
    double logarithm = Math.log((1 - e * s) / (1 + e * s)) / (2 * e);
    return (1 - e * e) * (s / (1 - e * e * s * s) - logarithm);
  }

  @Test
  void theOriginOfThePlaneIsOnItsMeridian() {
    Coordinate moved =
        CoordinateTransform.between(Crs.CGCS2000, Crs.ANALYSIS_PLANE).apply(new Coordinate(105, 0));
    assertThat(moved.x).isCloseTo(0, within(MILLIMETRE));
    assertThat(moved.y).isCloseTo(0, within(MILLIMETRE));
  }

  @Test
  void theFiledGeometryIsLeftAlone() {
    Geometry filed = GEOMETRY.createPoint(new Coordinate(118, 36, 55));
    Geometry moved = CoordinateTransform.between(Crs.CGCS2000, Crs.ANALYSIS_PLANE).apply(filed);
    assertThat(filed.getCoordinate().x).isEqualTo(118);
    assertThat(moved.getCoordinate().getZ()).isEqualTo(55);
    assertThat(moved.getEnvelopeInternal().contains(moved.getCoordinate())).isTrue();
  }

  @Test
  void aPositionOffTheEarthIsRefusedByName() {
    var transform = CoordinateTransform.between(Crs.CGCS2000, Crs.ANALYSIS_PLANE);
    assertThatThrownBy(() -> transform.apply(new Coordinate(36.9, 118.1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(36.9, 118.1)");
    assertThatThrownBy(() -> transform.apply(new Coordinate(Double.NaN, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyAnOldDatumHasACaveat() {
    assertThat(CoordinateTransform.between(Crs.of("EPSG:4326"), Crs.CGCS2000).caveat()).isEmpty();
    assertThat(CoordinateTransform.between(Crs.of("EPSG:4548"), Crs.CGCS2000).caveat()).isEmpty();
    assertThat(CoordinateTransform.between(Crs.of("EPSG:2363"), Crs.CGCS2000).caveat()).isPresent();
    assertThat(CoordinateTransform.between(Crs.of("EPSG:4214"), Crs.CGCS2000).caveat()).isPresent();
  }

  @Test
  void aTransformTravels() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(CoordinateTransform.between(Crs.CGCS2000, Crs.ANALYSIS_PLANE));
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      var transform = (CoordinateTransform) in.readObject();
      assertThat(transform.apply(new Coordinate(105, 0)).x).isCloseTo(0, within(MILLIMETRE));
    }
  }
}
