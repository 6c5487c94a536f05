package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** What a geometry is and is made of. A part that a geometry does not have is null. */
final class AccessorFunctions {

  private AccessorFunctions() {}

  static void register(SparkSession spark) {
    kind(spark);
    parts(spark);
    bounds(spark);
  }

  private static void kind(SparkSession spark) {
    new SpatialFunction("ST_GeometryType", StringType)
        .ofGeometry(spark, geometry -> "ST_" + geometry.getGeometryType());
    new SpatialFunction("ST_Dimension", IntegerType).ofGeometry(spark, Geometry::getDimension);
    new SpatialFunction("ST_IsEmpty", BooleanType).ofGeometry(spark, Geometry::isEmpty);
    new SpatialFunction("ST_IsSimple", BooleanType).ofGeometry(spark, Geometry::isSimple);
    new SpatialFunction("ST_IsValid", BooleanType).ofGeometry(spark, Geometry::isValid);
    new SpatialFunction("ST_IsValidReason", StringType)
        .ofGeometry(spark, AccessorFunctions::validReason);
    new SpatialFunction("ST_NPoints", IntegerType).ofGeometry(spark, Geometry::getNumPoints);
    new SpatialFunction("ST_NumGeometries", IntegerType)
        .ofGeometry(spark, Geometry::getNumGeometries);
    new SpatialFunction("ST_NumInteriorRings", IntegerType)
        .ofGeometry(
            spark, geometry -> geometry instanceof Polygon p ? p.getNumInteriorRing() : null);
  }

  private static void parts(SparkSession spark) {
    new SpatialFunction("ST_X", DoubleType).ofGeometry(spark, geometry -> point(geometry).x);
    new SpatialFunction("ST_Y", DoubleType).ofGeometry(spark, geometry -> point(geometry).y);
    new SpatialFunction("ST_GeometryN", BinaryType)
        .ofGeometryAndNumber(spark, (geometry, n) -> part(geometry, n));
    new SpatialFunction("ST_ExteriorRing", BinaryType)
        .ofGeometry(spark, geometry -> geometry instanceof Polygon p ? p.getExteriorRing() : null);
    new SpatialFunction("ST_StartPoint", BinaryType)
        .ofGeometry(spark, geometry -> geometry instanceof LineString l ? l.getStartPoint() : null);
    new SpatialFunction("ST_EndPoint", BinaryType)
        .ofGeometry(spark, geometry -> geometry instanceof LineString l ? l.getEndPoint() : null);
  }

  private static void bounds(SparkSession spark) {
    new SpatialFunction("ST_XMin", DoubleType).ofGeometry(spark, g -> bound(g, Envelope::getMinX));
    new SpatialFunction("ST_XMax", DoubleType).ofGeometry(spark, g -> bound(g, Envelope::getMaxX));
    new SpatialFunction("ST_YMin", DoubleType).ofGeometry(spark, g -> bound(g, Envelope::getMinY));
    new SpatialFunction("ST_YMax", DoubleType).ofGeometry(spark, g -> bound(g, Envelope::getMaxY));
  }

  private static @Nullable Geometry part(Geometry geometry, double n) {
    boolean present = n == Math.rint(n) && n >= 1 && n <= geometry.getNumGeometries();
    return present ? geometry.getGeometryN((int) n - 1) : null;
  }

  private static String validReason(Geometry geometry) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error == null) {
      return "Valid Geometry";
    }
    Coordinate at = error.getCoordinate();
    return String.format(Locale.ROOT, "%s[%s %s]", error.getMessage(), at.x, at.y);
  }

  private static Coordinate point(Geometry geometry) {
    if (geometry instanceof Point point && !point.isEmpty()) {
      return point.getCoordinate();
    }
    throw new IllegalArgumentException(
        "a " + geometry.getGeometryType() + " is no point; take its ST_Centroid");
  }

  private static @Nullable Double bound(Geometry geometry, ToDoubleFunction<Envelope> side) {
    return geometry.isEmpty() ? null : side.applyAsDouble(geometry.getEnvelopeInternal());
  }
}
