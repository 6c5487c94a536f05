package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Losses by unit, year and kind on two bases that are never added: {@code event_sum}, the reports
 * of events that count, for townships and counties; {@code annual_final}, the final annual figures
 * of counties. The kind {@code all} stands for all kinds together. A county's event sum is the sum
 * of its townships and of what was reported for the county as a whole.
 */
final class LossByUnitYearTransform {
  private static final List<String> GRAIN = List.of("admin_code", "year", "hazard_kind", "basis");

  private LossByUnitYearTransform() {}

  /**
   * Computes the mart.
   *
   * @param events staging.loss_event
   * @param annual staging.loss_annual
   * @param yearbook staging.statistics_yearbook
   * @param counts of {@link FindingCounts}
   */
  static Dataset<Row> apply(
      Dataset<Row> events, Dataset<Row> annual, Dataset<Row> yearbook, Dataset<Row> counts) {
    Dataset<Row> reports = EventReports.latest(events);
    Column unit = col("admin_code");
    Dataset<Row> townships =
        sums(reports.where(Units.withinTownship(unit)), Units.township(unit), "township");
    Dataset<Row> counties = sums(reports, Units.county(unit), "county");
    Dataset<Row> years = sums(annual, Units.county(unit), "county");
    Dataset<Row> all =
        townships
            .unionByName(counties)
            .withColumn("basis", lit("event_sum"))
            .unionByName(years.withColumn("basis", lit("annual_final")), true);
    return withFindings(withGdp(all, yearbook), counts);
  }

  private static Dataset<Row> sums(Dataset<Row> reports, Column unit, String level) {
    return LossSums.byKind(reports.withColumn("admin_code", unit))
        .withColumn("unit_level", lit(level));
  }

  /** Loss over GDP of the same year, both nominal; counties only, since yearbooks are theirs. */
  private static Dataset<Row> withGdp(Dataset<Row> losses, Dataset<Row> yearbook) {
    Dataset<Row> gdp =
        Yearbook.of(yearbook)
            .select(Units.county(col("admin_code")).as("admin_code"), col("year"), col("gdp_wan"));
    Column percent = col("direct_loss_wan").divide(col("gdp_wan")).multiply(100);
    return losses
        .join(gdp, Names.of(List.of("admin_code", "year")), "left")
        .withColumn("loss_gdp_pct", when(col("gdp_wan").gt(0), percent))
        .drop("gdp_wan");
  }

  private static Dataset<Row> withFindings(Dataset<Row> losses, Dataset<Row> counts) {
    return losses
        .join(counts, Names.of(GRAIN), "left")
        .withColumn("open_errors", coalesce(col("open_errors"), lit(0L)))
        .withColumn("open_warnings", coalesce(col("open_warnings"), lit(0L)));
  }
}
