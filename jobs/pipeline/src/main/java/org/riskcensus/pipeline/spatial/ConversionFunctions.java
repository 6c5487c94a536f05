package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.SparkSession;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.riskcensus.formats.crs.Crs;

/** Geometry from and to text, numbers, and other reference systems. */
final class ConversionFunctions {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int GEOJSON_DECIMALS = 9;

  private ConversionFunctions() {}

  static void register(SparkSession spark) {
    new SpatialFunction("ST_GeomFromText", BinaryType)
        .ofText(spark, wkt -> new WKTReader(GEOMETRY).read(wkt));
    new SpatialFunction("ST_GeomFromWKB", BinaryType).ofGeometry(spark, geometry -> geometry);
    new SpatialFunction("ST_GeomFromGeoJSON", BinaryType)
        .ofText(spark, json -> new GeoJsonReader(GEOMETRY).read(json));
    new SpatialFunction("ST_Point", BinaryType)
        .ofNumbers(spark, (x, y) -> GEOMETRY.createPoint(new Coordinate(x, y)));
    new SpatialFunction("ST_MakeEnvelope", BinaryType)
        .ofFourNumbers(spark, bounds -> GEOMETRY.toGeometry(envelope(bounds)));
    new SpatialFunction("ST_AsText", StringType)
        .ofGeometry(spark, geometry -> new WKTWriter().write(geometry));
    new SpatialFunction("ST_AsBinary", BinaryType).ofGeometry(spark, geometry -> geometry);
    new SpatialFunction("ST_AsGeoJSON", StringType).ofGeometry(spark, ConversionFunctions::geoJson);
    new SpatialFunction("ST_Transform", BinaryType)
        .ofGeometryAndTexts(
            spark,
            (geometry, from, to) -> Transforms.between(Crs.of(from), Crs.of(to)).apply(geometry));
  }

  private static Envelope envelope(double[] bounds) {
    if (bounds[0] > bounds[2] || bounds[1] > bounds[3]) {
      throw new IllegalArgumentException("give xmin, ymin, xmax, ymax in this order");
    }
    return new Envelope(bounds[0], bounds[2], bounds[1], bounds[3]);
  }

  private static String geoJson(Geometry geometry) {
    GeoJsonWriter writer = new GeoJsonWriter(GEOJSON_DECIMALS);
    writer.setEncodeCRS(false);
    return writer.write(geometry);
  }
}
