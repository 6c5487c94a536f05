package org.riskcensus.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class GroundLengthTest {

  private static Geometry line(double... xy) {
    Coordinate[] vertices = new Coordinate[xy.length / 2];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return new GeometryFactory().createLineString(vertices);
  }

  @Test
  void oneDegreeOfTheEquatorIsThatOfTheEllipsoid() {
    // 2π · 6378137 / 360
    assertThat(GroundLength.metres(line(105, 0, 105.5, 0, 106, 0)))
        .isCloseTo(111_319.4908, within(1e-3));
  }

  @Test
  void oneDegreeOfTheMeridianAtMiddleLatitudeIsThePublishedOne() {
    // 111,131.745 m from 44.5° to 45.5° on GRS 80
    assertThat(GroundLength.metres(line(105, 44.5, 105, 44.75, 105, 45, 105, 45.25, 105, 45.5)))
        .isCloseTo(111_131.75, within(0.1));
  }

  @Test
  void polygonsAndPointsHaveNoLength() {
    assertThat(GroundLength.metres(new GeometryFactory().createPoint(new Coordinate(105, 30))))
        .isZero();
  }
}
