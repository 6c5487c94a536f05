package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether each county has susceptibility and why not, by factor and for all together. */
final class FitTable {

  private FitTable() {}

  /**
   * The mart.
   *
   * @param fits rows of {@link CountyFits#of}
   * @param breaks rows of {@link ClassedCells#breaks}
   * @param classed rows of {@link ClassedCells#of}
   */
  static Dataset<Row> of(Dataset<Row> fits, Dataset<Row> breaks, Dataset<Row> classed) {
    return factors(fits).union(all(fits, breaks, classed));
  }

  private static Dataset<Row> factors(Dataset<Row> fits) {
    return fits.select(col("county_code"), col("county_area"), explode(col("factors")).as("of"))
        .select(
            col("county_code"),
            col("of.factor").as("factor"),
            col("of.reason").isNull().as("computed"),
            col("of.reason").as("reason"),
            col("of.points").as("points"),
            col("of.classes").as("classes"),
            col("of.area").as("area_m2"),
            col("county_area").as("county_area_m2"),
            col("of.overlap").as("overlap_m2"),
            lit(null).cast("double").as("goodness_of_fit"));
  }

  private static Dataset<Row> all(Dataset<Row> fits, Dataset<Row> breaks, Dataset<Row> classed) {
    Dataset<Row> areas =
        classed
            .where(col("value").isNotNull())
            .groupBy("county_code")
            .agg(Exact.total(col("area")).as("area_m2"));
    Column reason = coalesce(col("reason"), col("breaks_reason"));
    return fits.join(breaks, Units.scala(List.of("county_code")), "left")
        .join(areas, Units.scala(List.of("county_code")), "left")
        .select(
            col("county_code"),
            lit("all").as("factor"),
            reason.isNull().as("computed"),
            reason.as("reason"),
            col("county_points").as("points"),
            size(col("values")).as("classes"),
            coalesce(col("area_m2"), lit(0.0)).as("area_m2"),
            col("county_area").as("county_area_m2"),
            lit(0.0).as("overlap_m2"),
            col("fit").as("goodness_of_fit"));
  }
}
