package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/**
 * Whether two geometries meet, and how. A join on one of them is planned by {@link CellJoinRule}.
 */
final class RelationFunctions {

  private RelationFunctions() {}

  static void register(SparkSession spark) {
    relation(spark, "ST_Intersects", RelatePredicate::intersects, RelatePredicate::intersects);
    relation(spark, "ST_Disjoint", RelatePredicate::disjoint, RelatePredicate::disjoint);
    relation(spark, "ST_Contains", RelatePredicate::contains, RelatePredicate::within);
    relation(spark, "ST_Within", RelatePredicate::within, RelatePredicate::contains);
    relation(spark, "ST_Covers", RelatePredicate::covers, RelatePredicate::coveredBy);
    relation(spark, "ST_CoveredBy", RelatePredicate::coveredBy, RelatePredicate::covers);
    relation(spark, "ST_Overlaps", RelatePredicate::overlaps, RelatePredicate::overlaps);
    relation(spark, "ST_Touches", RelatePredicate::touches, RelatePredicate::touches);
    relation(spark, "ST_Crosses", RelatePredicate::crosses, RelatePredicate::crosses);
    relation(spark, "ST_Equals", RelatePredicate::equalsTopo, RelatePredicate::equalsTopo);
    new SpatialFunction("ST_Relate", StringType)
        .ofGeometries(spark, (a, b) -> a.relate(b).toString());
  }

  /** A relation of DE-9IM; each evaluation wants a new one. */
  private interface Named extends Supplier<TopologyPredicate>, Serializable {}

  private static void relation(SparkSession spark, String name, Named relation, Named converse) {
    new SpatialFunction(name, BooleanType)
        .ofWkb(spark, (a, b) -> PreparedShapes.relate(a, b, relation, converse));
  }
}
