package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.SparkSession;
import org.locationtech.jts.geom.Geometry;

/**
 * Whether two geometries meet, and how. An inner join on one of them is planned by {@link
 * CellJoinRule}.
 */
final class RelationFunctions {

  private RelationFunctions() {}

  static void register(SparkSession spark) {
    relation(spark, "ST_Intersects", Geometry::intersects);
    relation(spark, "ST_Disjoint", Geometry::disjoint);
    relation(spark, "ST_Contains", Geometry::contains);
    relation(spark, "ST_Within", Geometry::within);
    relation(spark, "ST_Covers", Geometry::covers);
    relation(spark, "ST_CoveredBy", Geometry::coveredBy);
    relation(spark, "ST_Overlaps", Geometry::overlaps);
    relation(spark, "ST_Touches", Geometry::touches);
    relation(spark, "ST_Crosses", Geometry::crosses);
    relation(spark, "ST_Equals", Geometry::equalsTopo);
    new SpatialFunction("ST_Relate", StringType)
        .ofGeometries(spark, (a, b) -> a.relate(b).toString());
  }

  private static void relation(
      SparkSession spark, String name, SpatialFunction.Of2<Geometry, Geometry> predicate) {
    new SpatialFunction(name, BooleanType).ofGeometries(spark, predicate);
  }
}
