package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.Contracts;

/**
 * Open errors and warnings of loss rows by unit, year, kind and basis. A finding on a report that a
 * later one replaced is closed. One whose year cannot be read counts for the census year, one whose
 * kind cannot be read for all kinds together only: none is lost.
 */
final class FindingCounts {
  private static final List<String> ROW = List.of("dataset", "source_id", "row_number");

  private final FiledRowYears years;
  private final int censusYear;

  FindingCounts(Contracts contracts, int censusYear) {
    this.years = new FiledRowYears(contracts);
    this.censusYear = censusYear;
  }

  /** Columns admin_code, year, hazard_kind, basis, open_errors, open_warnings. */
  Dataset<Row> of(
      Dataset<Row> findings, Dataset<Row> events, Dataset<Row> annual, Dataset<Row> quarantine) {
    Dataset<Row> placed =
        findings
            .where(col("dataset").isin("loss_event", "loss_annual"))
            .withColumn("admin_code", unitOrCounty())
            .select("dataset", "source_id", "row_number", "admin_code", "severity")
            .join(years.of(events, annual, quarantine), Names.of(ROW), "left")
            .where(coalesce(col("used"), lit(true)))
            .withColumn("year", coalesce(col("year"), lit(censusYear)));
    Column basis =
        when(col("dataset").equalTo("loss_event"), "event_sum").otherwise("annual_final");
    Dataset<Row> ofUnits =
        placed
            .withColumn("basis", basis)
            .withColumn("admin_code", explode(units()))
            .withColumn(
                "hazard_kind",
                explode(array_compact(array(col("hazard_kind"), lit(LossSums.ALL_KINDS)))));
    return ofUnits
        .groupBy("admin_code", "year", "hazard_kind", "basis")
        .agg(
            count_if(col("severity").equalTo("error")).as("open_errors"),
            count_if(col("severity").equalTo("warning")).as("open_warnings"));
  }

  /** The unit as filed, or the county that filed it where that is no unit of the county. */
  private static Column unitOrCounty() {
    Column county = col("county_code");
    Column filed = col("admin_code");
    Column known = filed.rlike("^\\d{12}$").and(Units.countyCode(filed).equalTo(county));
    return when(known, filed).otherwise(concat(county, lit("000000")));
  }

  /** The county, and the township where the row is of one. */
  private static Column units() {
    Column unit = col("admin_code");
    Column township = when(Units.withinTownship(unit), Units.township(unit));
    return array_compact(array(Units.county(unit), township));
  }
}
