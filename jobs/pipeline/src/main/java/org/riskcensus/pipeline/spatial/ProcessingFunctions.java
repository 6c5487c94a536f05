package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.types.DataTypes.BinaryType;

import org.apache.spark.sql.SparkSession;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.riskcensus.core.geometry.GeometryRepair;

/** New geometry from old: overlays, hulls and repairs, planar in degrees. */
final class ProcessingFunctions {

  private ProcessingFunctions() {}

  static void register(SparkSession spark) {
    overlay(spark, "ST_Intersection", OverlayNG.INTERSECTION);
    overlay(spark, "ST_Union", OverlayNG.UNION);
    overlay(spark, "ST_Difference", OverlayNG.DIFFERENCE);
    overlay(spark, "ST_SymDifference", OverlayNG.SYMDIFFERENCE);
    single(spark, "ST_Envelope", Geometry::getEnvelope);
    single(spark, "ST_ConvexHull", Geometry::convexHull);
    single(spark, "ST_Boundary", Geometry::getBoundary);
    single(spark, "ST_PointOnSurface", Geometry::getInteriorPoint);
    single(spark, "ST_MakeValid", ProcessingFunctions::valid);
    single(spark, "ST_FlipCoordinates", ProcessingFunctions::flipped);
    new SpatialFunction("ST_SimplifyPreserveTopology", BinaryType)
        .ofGeometryAndNumber(spark, TopologyPreservingSimplifier::simplify);
  }

  private static void overlay(SparkSession spark, String name, int operation) {
    new SpatialFunction(name, BinaryType)
        .ofGeometries(spark, (a, b) -> OverlayNGRobust.overlay(a, b, operation));
  }

  private static void single(
      SparkSession spark, String name, SpatialFunction.Of1<Geometry> operation) {
    new SpatialFunction(name, BinaryType).ofGeometry(spark, operation);
  }

  private static Geometry valid(Geometry geometry) {
    return GeometryRepair.find(geometry).map(GeometryRepair.Repair::repaired).orElse(geometry);
  }

  private static Geometry flipped(Geometry geometry) {
    Geometry flipped = geometry.copy();
    flipped.apply((CoordinateFilter) ProcessingFunctions::flip);
    flipped.geometryChanged();
    return flipped;
  }

  private static void flip(Coordinate place) {
    double x = place.x;
    place.x = place.y;
    place.y = x;
  }
}
