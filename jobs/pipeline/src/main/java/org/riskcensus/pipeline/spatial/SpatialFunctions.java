package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.core.risk.GroundLength;
import org.riskcensus.formats.crs.Crs;

/**
 * The spatial functions of SQL, under their OGC names, over WKB in {@code binary} columns as the
 * tables store it: longitude and latitude in degrees, EPSG:4490.
 *
 * <p>Measures are metric: {@code ST_Area} m² in the equal-area plane, {@code ST_Length} metres on
 * the ellipsoid (0 for polygons), {@code ST_Buffer} takes metres. Predicates and intersections are
 * planar in degrees. Any null argument gives null.
 */
public final class SpatialFunctions {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int GEOJSON_DECIMALS = 9;

  private SpatialFunctions() {}

  /** Makes the functions known to {@code spark}, in place of any of the same name. */
  public static void register(SparkSession spark) {
    conversions(spark);
    accessors(spark);
    bounds(spark);
    measures(spark);
    relations(spark);
  }

  private static void conversions(SparkSession spark) {
    new SpatialFunction("ST_GeomFromText", BinaryType)
        .ofText(spark, wkt -> new WKTReader(GEOMETRY).read(wkt));
    new SpatialFunction("ST_GeomFromWKB", BinaryType).ofGeometry(spark, geometry -> geometry);
    new SpatialFunction("ST_Point", BinaryType)
        .ofNumbers(spark, (x, y) -> GEOMETRY.createPoint(new Coordinate(x, y)));
    new SpatialFunction("ST_AsText", StringType)
        .ofGeometry(spark, geometry -> new WKTWriter().write(geometry));
    new SpatialFunction("ST_AsGeoJSON", StringType)
        .ofGeometry(spark, geometry -> geoJson(geometry));
    new SpatialFunction("ST_Transform", BinaryType)
        .ofGeometryAndTexts(
            spark,
            (geometry, from, to) -> Transforms.between(Crs.of(from), Crs.of(to)).apply(geometry));
  }

  private static void accessors(SparkSession spark) {
    new SpatialFunction("ST_X", DoubleType).ofGeometry(spark, geometry -> point(geometry).x);
    new SpatialFunction("ST_Y", DoubleType).ofGeometry(spark, geometry -> point(geometry).y);
    new SpatialFunction("ST_GeometryType", StringType)
        .ofGeometry(spark, geometry -> "ST_" + geometry.getGeometryType());
    new SpatialFunction("ST_NPoints", IntegerType).ofGeometry(spark, g -> g.getNumPoints());
    new SpatialFunction("ST_IsValid", BooleanType).ofGeometry(spark, g -> g.isValid());
  }

  private static void bounds(SparkSession spark) {
    new SpatialFunction("ST_XMin", DoubleType).ofGeometry(spark, g -> bound(g, Envelope::getMinX));
    new SpatialFunction("ST_XMax", DoubleType).ofGeometry(spark, g -> bound(g, Envelope::getMaxX));
    new SpatialFunction("ST_YMin", DoubleType).ofGeometry(spark, g -> bound(g, Envelope::getMinY));
    new SpatialFunction("ST_YMax", DoubleType).ofGeometry(spark, g -> bound(g, Envelope::getMaxY));
  }

  private static void measures(SparkSession spark) {
    new SpatialFunction("ST_Area", DoubleType)
        .ofGeometry(spark, geometry -> PlaneProjection.toPlane(geometry).getArea());
    new SpatialFunction("ST_Length", DoubleType)
        .ofGeometry(
            spark, geometry -> GroundLength.metres(LineStringExtracter.getGeometry(geometry)));
    new SpatialFunction("ST_Centroid", BinaryType)
        .ofGeometry(
            spark,
            geometry -> PlaneProjection.toLonLat(PlaneProjection.toPlane(geometry).getCentroid()));
    new SpatialFunction("ST_Buffer", BinaryType)
        .ofGeometryAndNumber(spark, (geometry, metres) -> GaussKruger.buffer(geometry, metres));
  }

  private static void relations(SparkSession spark) {
    new SpatialFunction("ST_Intersects", BooleanType)
        .ofGeometries(spark, (a, b) -> a.intersects(b));
    new SpatialFunction("ST_Contains", BooleanType).ofGeometries(spark, (a, b) -> a.contains(b));
    new SpatialFunction("ST_Within", BooleanType).ofGeometries(spark, (a, b) -> a.within(b));
    new SpatialFunction("ST_Intersection", BinaryType)
        .ofGeometries(spark, (a, b) -> OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
  }

  private static String geoJson(Geometry geometry) {
    GeoJsonWriter writer = new GeoJsonWriter(GEOJSON_DECIMALS);
    writer.setEncodeCRS(false);
    return writer.write(geometry);
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
