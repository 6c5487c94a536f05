package org.riskcensus.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class EllipsoidTest {

  private static final Ellipsoid GRS80 = Ellipsoid.CGCS2000;

  @Test
  void theWholeEarthHasItsPublishedArea() {
    // Moritz, Geodetic Reference System 1980: sphere of equal surface, radius 6371007.1810 m
    double radius = 6371007.1810;
    assertThat(GRS80.area(box(-180, 180, -90, 90)))
        .isCloseTo(4 * Math.PI * radius * radius, within(1e6 * 20));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 45, 60, 89})
  void aCellOfOneDegreeHasTheAreaBetweenItsParallels(int south) {
    double e2 = 0.00669438002290;
    double expected =
        Math.toRadians(1) * 6378137.0 * 6378137.0 * (1 - e2) * simpson(south, south + 1, e2);
    assertThat(GRS80.area(box(118, 119, south, south + 1)))
        .isCloseTo(expected, within(expected * 1e-11));
  }

  /** ∫ cos φ / (1 − e² sin² φ)² dφ, the area element of the ellipsoid. */
  private static double simpson(double from, double to, double e2) {
    int n = 1000;
    double h = Math.toRadians(to - from) / n;
    double sum = 0;
    for (int i = 0; i <= n; i++) {
      double sin = Math.sin(Math.toRadians(from) + i * h);
      double value = Math.sqrt(1 - sin * sin) / Math.pow(1 - e2 * sin * sin, 2);
      sum += value * (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2);
    }
    return sum * h / 3;
  }

  @Test
  void theQuarterMeridianAndTheEquatorHaveTheirPublishedLengths() throws ParseException {
    // Moritz, Geodetic Reference System 1980: quarter meridian 10001965.7293 m
    Geometry meridian = new WKTReader().read("LINESTRING(118 0, 118 90)");
    assertThat(GRS80.length(meridian)).isCloseTo(10_001_965.7293, within(1e-3));
    Geometry equator = new WKTReader().read("MULTILINESTRING((0 0, 100 0), (100 0, 360 0))");
    assertThat(GRS80.length(equator)).isCloseTo(2 * Math.PI * 6378137, within(1e-6));
    assertThat(GRS80.length(box(118, 119, 36, 37))).isZero();
  }

  @Test
  void aShortLineIsAboutAsLongAsTheGeodesic() throws ParseException {
    Geometry line = new WKTReader().read("LINESTRING(118.0 36.9, 118.1 36.95)");
    double geodesic = GRS80.distance(118.0, 36.9, 118.1, 36.95);
    assertThat(GRS80.length(line)).isCloseTo(geodesic, within(1e-6 * geodesic));
  }

  @Test
  void moreVerticesOnTheSameEdgesChangeNothing() throws ParseException {
    Geometry shape =
        new WKTReader()
            .read("POLYGON((100 20, 120 35, 108 50, 100 20), (106 30, 108 31, 107 33, 106 30))");
    double area = GRS80.area(shape);
    assertThat(GRS80.area(Densifier.densify(shape, 0.01))).isCloseTo(area, within(area * 1e-11));
    assertThat(GRS80.area(shape.reverse())).isEqualTo(area, within(area * 1e-13));
  }

  @Test
  void aHouseIsMeasuredToTheSquareMillimetre() {
    double east = GRS80.metresPerDegreeEast(36.8);
    double north = GRS80.metresPerDegreeNorth(36.8);
    double w = 10 / east;
    double h = 10 / north;
    Geometry house = box(118.05, 118.05 + w, 36.8 - h / 2, 36.8 + h / 2);
    assertThat(GRS80.area(house)).isCloseTo(100, within(1e-3));
  }

  @Test
  void linesAndPointsHaveNoArea() throws ParseException {
    assertThat(GRS80.area(new WKTReader().read("LINESTRING(0 0, 1 1, 1 0, 0 0)"))).isZero();
    Geometry mixed =
        new WKTReader()
            .read(
                "GEOMETRYCOLLECTION(POINT(1 1), POLYGON((0 0, 1 0, 1 1, 0 1, 0 0)), POLYGON EMPTY)");
    assertThat(GRS80.area(mixed)).isEqualTo(GRS80.area(box(0, 1, 0, 1)));
  }

  @Test
  void aDegreeOfTheMeridianHasItsPublishedLength() {
    // 1° of latitude centred on 45°: 111,131.8 m on GRS 80
    assertThat(GRS80.distance(118, 44.5, 118, 45.5)).isCloseTo(111_131.8, within(0.5));
    assertThat(GRS80.metresPerDegreeNorth(45)).isCloseTo(111_131.8, within(0.5));
    assertThat(GRS80.metresPerDegreeEast(0)).isCloseTo(111_319.491, within(0.001));
  }

  private static Geometry box(double west, double east, double south, double north) {
    return new GeometryFactory().toGeometry(new Envelope(west, east, south, north));
  }
}
