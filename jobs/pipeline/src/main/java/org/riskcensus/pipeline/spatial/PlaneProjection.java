package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;

/**
 * The way between stored geometry (CGCS2000 longitude and latitude, EPSG:4490) and the equal-area
 * analysis plane (metres), for single geometries and for columns of WKB. Vertices are moved; edges
 * stay straight. Null gives null.
 */
public final class PlaneProjection {

  private static final CoordinateTransform TO_PLANE =
      CoordinateTransform.between(Crs.CGCS2000, Crs.ANALYSIS_PLANE);
  private static final CoordinateTransform TO_LON_LAT =
      CoordinateTransform.between(Crs.ANALYSIS_PLANE, Crs.CGCS2000);

  private PlaneProjection() {}

  /** A copy in the analysis plane of a geometry in degrees. */
  public static Geometry toPlane(Geometry lonLat) {
    return TO_PLANE.apply(lonLat);
  }

  /** A copy in degrees of a geometry in the analysis plane. */
  public static Geometry toLonLat(Geometry plane) {
    return TO_LON_LAT.apply(plane);
  }

  /** The column of WKB in the analysis plane for a column of WKB in degrees. */
  public static Column toPlane(Column lonLat) {
    UDF1<byte @Nullable [], byte @Nullable []> function =
        wkb -> wkb == null ? null : Wkb.write(toPlane(Wkb.read(wkb)));
    return udf(function, DataTypes.BinaryType).apply(lonLat);
  }

  /** The column of WKB in degrees for a column of WKB in the analysis plane. */
  public static Column toLonLat(Column plane) {
    UDF1<byte @Nullable [], byte @Nullable []> function =
        wkb -> wkb == null ? null : Wkb.write(toLonLat(Wkb.read(wkb)));
    return udf(function, DataTypes.BinaryType).apply(plane);
  }
}
