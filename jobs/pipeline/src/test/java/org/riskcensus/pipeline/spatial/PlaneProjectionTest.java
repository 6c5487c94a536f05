package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.LocalSpark;

class PlaneProjectionTest {

  @Test
  void theCentralMeridianIsTheMiddleOfThePlane() {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(105, 0));
    Coordinate plane = PlaneProjection.toPlane(point).getCoordinate();
    assertThat(plane.x).isCloseTo(0, within(1e-6));
    assertThat(plane.y).isCloseTo(0, within(1e-6));
  }

  @Test
  void columnsGoToThePlaneAndBack() {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(117.5, 36.8));
    Row row =
        LocalSpark.session()
            .createDataset(
                java.util.Arrays.asList(Wkb.write(point), null),
                org.apache.spark.sql.Encoders.BINARY())
            .select(
                PlaneProjection.toPlane(col("value")),
                PlaneProjection.toLonLat(PlaneProjection.toPlane(col("value"))))
            .orderBy(col("value").desc_nulls_last())
            .first();
    Coordinate plane = Wkb.read((byte[]) row.get(0)).getCoordinate();
    Coordinate back = Wkb.read((byte[]) row.get(1)).getCoordinate();
    assertThat(plane.x).isBetween(1_000_000.0, 1_200_000.0);
    assertThat(back.distance(new Coordinate(117.5, 36.8))).isLessThan(1e-9);
  }
}
