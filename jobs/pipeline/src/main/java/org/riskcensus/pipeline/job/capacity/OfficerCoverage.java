package org.riskcensus.pipeline.job.capacity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.spatial.UnitTree;

/**
 * Posts of disaster-information officers 灾害信息员 in the units of each level within a unit. A unit
 * counts as served when it has an A and a B post; a county that filed none at all is not known.
 */
final class OfficerCoverage {

  private OfficerCoverage() {}

  /** The rows of the mart. */
  static Dataset<Row> of(Dataset<Row> officers, UnitTree tree) {
    Dataset<Row> posts =
        officers
            .groupBy(col("admin_code").as("unit"))
            .agg(
                count(lit(1)).as("unit_posts"),
                max(has("A")).as("has_a"),
                max(has("B")).as("has_b"));
    Dataset<Row> served =
        tree.named().select(col("admin_code").as("unit"), col("unit_level").as("served_level"));
    Dataset<Row> filed =
        officers.select(col("county_code")).distinct().withColumn("filed", lit(true));
    Column a = coalesce(col("has_a"), lit(0));
    Column b = coalesce(col("has_b"), lit(0));
    Dataset<Row> rows =
        tree.within()
            .join(served, "unit")
            .join(posts, new String[] {"unit"}, "left")
            .groupBy("county_code", "admin_code", "name", "unit_level", "served_level")
            .agg(
                count(lit(1)).as("units"),
                coalesce(sum("unit_posts"), lit(0L)).as("posts"),
                sum(a).as("with_a"),
                sum(b).as("with_b"),
                sum(a.multiply(b)).as("with_both"),
                sum(lit(1).minus(a).multiply(lit(1).minus(b))).as("with_none"))
            .join(filed, new String[] {"county_code"}, "left");
    return figures(rows);
  }

  private static Column has(String post) {
    return when(col("post").equalTo(post), 1).otherwise(0);
  }

  private static Dataset<Row> figures(Dataset<Row> rows) {
    Dataset<Row> known = rows;
    for (String column : new String[] {"posts", "with_a", "with_b", "with_both", "with_none"}) {
      known = known.withColumn(column, when(col("filed"), col(column)));
    }
    return known
        .withColumn("coverage_pct", col("with_both").divide(col("units")).multiply(100))
        .withColumn("reason", when(col("filed").isNull(), "not_filed"));
  }
}
