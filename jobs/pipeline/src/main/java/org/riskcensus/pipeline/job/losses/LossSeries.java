package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Yearly losses in prices of the census year, one series a unit, kind and curve: {@code aep}, the
 * total of the year (final annual figures where the unit has any, else event sums, never both), and
 * {@code oep}, the largest event of the year. Counties and above. A year in which the unit
 * reported, but not this kind, is one without such a loss; a year it did not report is no year of
 * the series, nor is one whose prices are not known.
 */
final class LossSeries {
  private static final List<String> UNIT = List.of("admin_code", "unit_level");

  private LossSeries() {}

  /**
   * Columns admin_code, unit_level, hazard_kind, curve, basis, losses (a map of loss by year).
   *
   * @param losses marts.loss_by_unit_year
   */
  static Dataset<Row> of(Dataset<Row> losses, LossInputs inputs) {
    Dataset<Row> upper = losses.where(upper());
    Column annual = max(when(col("basis").equalTo("annual_final"), true));
    Column kept =
        when(annual.over(Window.partitionBy("admin_code")), "annual_final").otherwise("event_sum");
    Dataset<Row> totals =
        upper
            .withColumn("kept", kept)
            .where(col("basis").equalTo(col("kept")))
            .select(
                col("admin_code"),
                col("unit_level"),
                col("hazard_kind"),
                col("year"),
                col("basis"),
                col("direct_loss_real_wan").as("loss"));
    Dataset<Row> years = upper.select("admin_code", "unit_level", "year").distinct();
    Dataset<Row> largest = largest(inputs).withColumn("basis", lit("event_sum"));
    return series(totals, totals.select("admin_code", "unit_level", "year").distinct(), "aep")
        .unionByName(series(largest, years, "oep"));
  }

  private static Column upper() {
    return col("unit_level").isin("county", "city", "province");
  }

  private static Dataset<Row> largest(LossInputs inputs) {
    return LossSums.withAllKinds(Units.withAbove(inputs.counting().drop(LossSums.FIGURES)))
        .where(upper())
        .groupBy("admin_code", "unit_level", "hazard_kind", "year", "event_id")
        .agg(LossSums.exactWhole("real_wan").as("loss"))
        .groupBy("admin_code", "unit_level", "hazard_kind", "year")
        .agg(when(sum(when(col("loss").isNull(), 1)).isNull(), max("loss")).as("loss"));
  }

  private static Dataset<Row> series(Dataset<Row> losses, Dataset<Row> years, String curve) {
    Dataset<Row> kinds =
        losses.select("admin_code", "unit_level", "hazard_kind", "basis").distinct();
    Dataset<Row> told = losses.withColumn("told", lit(true));
    return kinds
        .join(years, Names.of(UNIT))
        .join(
            told,
            Names.of(List.of("admin_code", "unit_level", "hazard_kind", "basis", "year")),
            "left")
        .withColumn("loss", when(coalesce(col("told"), lit(false)), col("loss")).otherwise(0.0))
        .where(col("loss").isNotNull())
        .groupBy("admin_code", "unit_level", "hazard_kind", "basis")
        .agg(map_from_entries(collect_list(struct(col("year"), col("loss")))).as("losses"))
        .withColumn("curve", lit(curve));
  }
}
