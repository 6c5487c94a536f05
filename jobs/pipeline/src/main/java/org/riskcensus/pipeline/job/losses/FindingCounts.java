package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.Contracts;

/**
 * What the audit says of loss rows, by unit, year, kind and basis: open errors and warnings of rows
 * that went in, and rows kept out in quarantine, which are in no figure. A finding on a report that
 * a later one replaced is closed. One whose year cannot be read counts for the census year, one
 * whose kind cannot be read for all kinds together only: none is lost.
 */
final class FindingCounts {
  private static final List<String> ROW = List.of("dataset", "source_id", "row_number");

  private final FiledRowYears years;
  private final int censusYear;

  FindingCounts(Contracts contracts, int censusYear) {
    this.years = new FiledRowYears(contracts);
    this.censusYear = censusYear;
  }

  /**
   * The findings that count: those that are open, and those whose row is kept out although somebody
   * answers for them, since their figures are missing all the same.
   */
  static Dataset<Row> counting(Dataset<Row> findings, Dataset<Row> quarantine) {
    Column open = col("waived_by").isNull();
    Dataset<Row> keptOut = quarantine.select("dataset", "source_id", "row_number").distinct();
    return findings
        .where(open)
        .unionByName(findings.where(not(open)).join(keptOut, Names.of(ROW), "left_semi"));
  }

  /** Columns admin_code, year, hazard_kind, basis, open_errors, open_warnings, rows_kept_out. */
  Dataset<Row> of(
      Dataset<Row> findings, Dataset<Row> events, Dataset<Row> annual, Dataset<Row> quarantine) {
    Column used = col("kept_out").unary_$bang();
    return placed(findings, events, annual, quarantine)
        .withColumn(
            "hazard_kind",
            explode(array_compact(array(col("hazard_kind"), lit(LossSums.ALL_KINDS)))))
        .groupBy("admin_code", "year", "hazard_kind", "basis")
        .agg(
            count_if(used.and(col("severity").equalTo("error"))).as("open_errors"),
            count_if(used.and(col("severity").equalTo("warning"))).as("open_warnings"),
            keptOut().as("rows_kept_out"));
  }

  /** Columns admin_code, unit_level, year, basis, rows_kept_out, unknown_kinds. */
  Dataset<Row> keptOut(
      Dataset<Row> findings, Dataset<Row> events, Dataset<Row> annual, Dataset<Row> quarantine) {
    Dataset<Row> kinds =
        placed(findings, events, annual, quarantine)
            .where(col("kept_out"))
            .groupBy(
                col("admin_code"),
                col("unit_level"),
                col("year"),
                col("basis"),
                col("unknown_kind"))
            .agg(keptOut().as("rows"));
    Column named =
        when(col("unknown_kind").isNotNull(), concat(col("unknown_kind"), lit("×"), col("rows")));
    return kinds
        .groupBy("admin_code", "unit_level", "year", "basis")
        .agg(
            sum("rows").as("rows_kept_out"),
            nullif(array_join(array_sort(collect_list(named)), ","), lit("")).as("unknown_kinds"));
  }

  private static Column keptOut() {
    return count_distinct(
        when(col("kept_out"), concat(col("source_id"), lit("#"), col("row_number"))));
  }

  private Dataset<Row> placed(
      Dataset<Row> findings, Dataset<Row> events, Dataset<Row> annual, Dataset<Row> quarantine) {
    Column basis =
        when(col("dataset").equalTo("loss_event"), "event_sum").otherwise("annual_final");
    return Units.withAbove(
        findings
            .where(col("dataset").isin("loss_event", "loss_annual"))
            .withColumn("admin_code", unitOrCounty())
            .select("dataset", "source_id", "row_number", "admin_code", "severity")
            .join(years.of(events, annual, quarantine), Names.of(ROW), "left")
            .where(coalesce(col("used"), lit(true)))
            .withColumn("kept_out", coalesce(col("kept_out"), lit(false)))
            .withColumn("year", coalesce(col("year"), lit(censusYear)))
            .withColumn("basis", basis));
  }

  /** The unit as filed, or the county that filed it where that is no unit of the county. */
  private static Column unitOrCounty() {
    Column county = col("county_code");
    Column filed = col("admin_code");
    Column known = filed.rlike("^\\d{12}$").and(Units.countyCode(filed).equalTo(county));
    return when(known, filed).otherwise(concat(county, lit("000000")));
  }
}
