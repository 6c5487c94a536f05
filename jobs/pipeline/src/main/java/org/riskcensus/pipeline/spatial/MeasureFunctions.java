package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.riskcensus.core.geometry.Ellipsoid;
import org.riskcensus.core.join.EllipsoidSurface;
import org.riskcensus.core.risk.GroundLength;

/**
 * Measures in metres and square metres of geometry in degrees: areas in the equal-area plane, as
 * the tables have them; lengths and distances on the ellipsoid of CGCS2000.
 */
final class MeasureFunctions {

  private static final EllipsoidSurface GROUND = new EllipsoidSurface(Ellipsoid.CGCS2000);

  private MeasureFunctions() {}

  static void register(SparkSession spark) {
    new SpatialFunction("ST_Area", DoubleType)
        .ofGeometry(spark, geometry -> PlaneProjection.toPlane(geometry).getArea());
    new SpatialFunction("ST_Length", DoubleType)
        .ofGeometry(
            spark, geometry -> GroundLength.metres(LineStringExtracter.getGeometry(geometry)));
    new SpatialFunction("ST_Perimeter", DoubleType)
        .ofGeometry(
            spark,
            geometry ->
                geometry.getDimension() == 2 ? GroundLength.metres(geometry.getBoundary()) : 0.0);
    new SpatialFunction("ST_Distance", DoubleType).ofGeometries(spark, MeasureFunctions::distance);
    new SpatialFunction("ST_DWithin", BooleanType)
        .ofGeometriesAndNumber(spark, MeasureFunctions::within);
    new SpatialFunction("ST_Centroid", BinaryType)
        .ofGeometry(
            spark,
            geometry -> PlaneProjection.toLonLat(PlaneProjection.toPlane(geometry).getCentroid()));
    new SpatialFunction("ST_Buffer", BinaryType)
        .ofGeometryAndNumber(spark, (geometry, metres) -> GaussKruger.buffer(geometry, metres));
  }

  private static @Nullable Double distance(Geometry a, Geometry b) {
    return a.isEmpty() || b.isEmpty() ? null : GROUND.distance(a, b);
  }

  private static boolean within(Geometry a, Geometry b, double metres) {
    Double distance = distance(a, b);
    return distance != null && distance <= metres;
  }
}
