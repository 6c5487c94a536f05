package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Completeness and timeliness of reporting by unit, year and basis. Each event of a unit is a chain
 * that needs a final report; a report is on time when its hours stay within the limit of its type.
 * Units that filed nothing but rows kept out are there as well.
 */
final class ReportingStatusTransform {
  private static final List<String> KEY = List.of("admin_code", "unit_level", "year", "basis");
  private static final List<String> COUNTS =
      List.of(
          "events",
          "reports",
          "initial_reports",
          "followup_reports",
          "final_reports",
          "chains",
          "chains_final",
          "reports_timed",
          "reports_on_time",
          "units_reporting",
          "rows_kept_out");

  private ReportingStatusTransform() {}

  /**
   * Computes the mart.
   *
   * @param keptOut of {@link FindingCounts#keptOut}
   * @param adminUnits staging.admin_unit
   */
  static Dataset<Row> apply(LossInputs inputs, Dataset<Row> keptOut, Dataset<Row> adminUnits) {
    Dataset<Row> status =
        events(inputs)
            .unionByName(annual(inputs.annual()))
            .join(keptOut, Names.of(KEY), "full_outer")
            .join(expected(adminUnits), Names.of(List.of("admin_code")), "left");
    for (String count : COUNTS) {
      status = status.withColumn(count, coalesce(col(count), lit(0L)));
    }
    return judged(status);
  }

  private static Dataset<Row> events(LossInputs inputs) {
    Column type = col("report_type");
    return Units.withAbove(EventReports.mark(inputs.events()))
        .groupBy("admin_code", "unit_level", "year")
        .agg(
            count_distinct(col("event_id")).as("events"),
            count(lit(1)).as("reports"),
            count_if(type.equalTo("initial")).as("initial_reports"),
            count_if(type.equalTo("followup")).as("followup_reports"),
            count_if(type.equalTo("final")).as("final_reports"),
            count_if(col(LatestRow.LATEST)).as("chains"),
            count_if(col(LatestRow.LATEST).and(type.equalTo("final"))).as("chains_final"),
            count(col("report_hours")).as("reports_timed"),
            count_if(onTime(inputs.method())).as("reports_on_time"),
            count_distinct(col("filed_unit")).as("units_reporting"))
        .withColumn("basis", lit("event_sum"));
  }

  /** Whether a report was filed within the hours its type has. */
  static Column onTime(LossStatisticsMethod method) {
    Column onTime = lit(false);
    for (Map.Entry<String, Double> limit : method.reportHours().entrySet()) {
      Column type = col("report_type").equalTo(limit.getKey());
      onTime = onTime.or(type.and(col("report_hours").leq(limit.getValue())));
    }
    return onTime;
  }

  private static Dataset<Row> annual(Dataset<Row> annual) {
    Column none = count_if(lit(false));
    Column all = count(lit(1));
    return Units.withAbove(annual)
        .groupBy("admin_code", "unit_level", "year")
        .agg(
            none.as("events"),
            all.as("reports"),
            none.as("initial_reports"),
            none.as("followup_reports"),
            all.as("final_reports"),
            all.as("chains"),
            all.as("chains_final"),
            none.as("reports_timed"),
            none.as("reports_on_time"),
            count_distinct(col("filed_unit")).as("units_reporting"))
        .withColumn("basis", lit("annual_final"));
  }

  private static Dataset<Row> expected(Dataset<Row> adminUnits) {
    return Units.withAbove(adminUnits.where(col("level").equalTo("township")).select("admin_code"))
        .where(col("unit_level").isin("county", "city", "province"))
        .groupBy("admin_code")
        .agg(count(lit(1)).as("units_expected"));
  }

  private static Dataset<Row> judged(Dataset<Row> status) {
    Column open = col("chains").minus(col("chains_final"));
    Column out = col("rows_kept_out");
    Column silent = col("reports").equalTo(0);
    Column whole = open.equalTo(0).and(out.equalTo(0));
    return status
        .withColumn("completeness_pct", percent("chains_final", "chains"))
        .withColumn("timeliness_pct", percent("reports_on_time", "reports_timed"))
        .withColumn(
            "status",
            when(silent.and(out.equalTo(0)), "not_reported")
                .when(whole.and(silent.unary_$bang()), "complete")
                .otherwise("incomplete"))
        .withColumn(
            "reason",
            when(whole, lit("核报齐全"))
                .otherwise(
                    concat(
                        when(open.gt(0), concat(lit("缺核报 "), open, lit(" 份；"))).otherwise(""),
                        when(out.gt(0), concat(lit("未通过审核 "), out, lit(" 行；"))).otherwise(""))));
  }

  private static Column percent(String part, String whole) {
    return when(col(whole).gt(0), col(part).multiply(100).divide(col(whole)));
  }
}
