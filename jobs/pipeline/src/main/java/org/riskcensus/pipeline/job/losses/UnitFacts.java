package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The yearly figures of counties and above that indicators are computed from: losses of all kinds
 * (the final annual figure of the year, else the event sum), the yearbook, hours of relief, and the
 * stocks of the census year. A year is there when losses were reported or the yearbook has it.
 */
final class UnitFacts {
  private static final List<String> KEY = List.of("admin_code", "unit_level", "year");

  private final LossInputs inputs;
  private final StagingTables staging;

  UnitFacts(LossInputs inputs, StagingTables staging) {
    this.inputs = inputs;
    this.staging = staging;
  }

  /** A row a unit with its {@code years}. */
  Dataset<Row> of(Dataset<Row> losses) {
    Column rank = when(col("basis").equalTo("annual_final"), 0).otherwise(1);
    Dataset<Row> all =
        losses.where(col("hazard_kind").equalTo(LossSums.ALL_KINDS)).drop("population", "gdp_wan");
    Dataset<Row> facts =
        upper(LatestRow.of(all, List.of("admin_code", "year"), rank.asc()))
            .join(yearbook(), Names.of(KEY), "full_outer")
            .join(relief(), Names.of(KEY), "left")
            .join(stocks(), Names.of(KEY), "left");
    Column[] figures =
        java.util.Arrays.stream(facts.columns())
            .filter(name -> !name.equals("admin_code") && !name.equals("unit_level"))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return facts.groupBy("admin_code", "unit_level").agg(collect_list(struct(figures)).as("years"));
  }

  private static Dataset<Row> upper(Dataset<Row> rows) {
    return rows.where(col("unit_level").isin("county", "city", "province"));
  }

  private Dataset<Row> yearbook() {
    return upper(Units.withAbove(Yearbook.of(inputs.yearbook())))
        .groupBy("admin_code", "unit_level", "year")
        .agg(
            whole("population"),
            whole("urban_population"),
            LossSums.exactWhole("gdp_wan").as("gdp_wan"),
            whole("insured_persons"),
            LossSums.exactWhole("insurance_premium_wan").as("insurance_premium_wan"),
            LossSums.exactWhole("insurance_payout_wan").as("insurance_payout_wan"));
  }

  private static Column whole(String field) {
    return when(count(col(field)).equalTo(count(lit(1))), sum(field)).as(field);
  }

  private Dataset<Row> relief() {
    return upper(Units.withAbove(inputs.counting()))
        .where(col("relief_hours").isNotNull())
        .groupBy("admin_code", "unit_level", "year", "event_id")
        .agg(max("relief_hours").as("hours"))
        .groupBy("admin_code", "unit_level", "year")
        .agg(
            max("hours").as("relief_hours_longest"),
            sum("hours").as("relief_hours_sum"),
            count(lit(1)).as("relief_events"));
  }

  private Dataset<Row> stocks() {
    Dataset<Row> units = stock(staging.table("admin_unit"), count(lit(1)).as("officer_units"));
    Dataset<Row> joined = units;
    for (Dataset<Row> stock :
        List.of(
            stock(staging.table("shelter"), LossSums.exact("area_m2").as("shelter_m2")),
            stock(staging.table("material_depot"), sum("stock_persons").as("reserve_persons")),
            stock(staging.table("information_officer"), count(lit(1)).as("officer_posts")),
            largestRelocated())) {
      joined = joined.join(stock, Names.of(List.of("admin_code", "unit_level")), "left");
    }
    return joined.withColumn("year", lit(inputs.year()));
  }

  private static Dataset<Row> stock(Dataset<Row> rows, Column of) {
    return upper(Units.withAbove(rows)).groupBy("admin_code", "unit_level").agg(of);
  }

  private Dataset<Row> largestRelocated() {
    return upper(Units.withAbove(inputs.counting()))
        .groupBy("admin_code", "unit_level", "event_id")
        .agg(sum("relocated").as("relocated"))
        .groupBy("admin_code", "unit_level")
        .agg(max("relocated").as("largest_relocated"));
  }
}
