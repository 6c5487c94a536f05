package org.riskcensus.pipeline.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.geometry.Wkb;

class PlaneProjectionTest {

  @Test
  void theCentralMeridianIsTheMiddleOfThePlane() {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(105, 0));
    Coordinate plane = PlaneProjection.toPlane(point).getCoordinate();
    assertThat(plane.x).isCloseTo(0, within(1e-6));
    assertThat(plane.y).isCloseTo(0, within(1e-6));
  }

  @Test
  void aGeometryGoesToThePlaneAndBack() {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(117.5, 36.8));
    Geometry plane = PlaneProjection.read(Wkb.write(point));
    Coordinate back = PlaneProjection.toLonLat(plane).getCoordinate();
    assertThat(plane.getCoordinate().x).isBetween(1_000_000.0, 1_200_000.0);
    assertThat(back.distance(new Coordinate(117.5, 36.8))).isLessThan(1e-9);
  }
}
