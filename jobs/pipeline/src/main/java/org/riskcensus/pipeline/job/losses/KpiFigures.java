package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.loss.CountyFigures;
import org.riskcensus.core.loss.KpiFigure;

/**
 * The figures plan indicators need, by county: a few numbers a county and year, collected to the
 * driver. Each source is grouped to columns named like the figures they hold.
 */
final class KpiFigures {
  private static final Column COUNTY = Units.countyCode(col("admin_code")).as("county");

  private final int censusYear;
  private final Map<String, CountyFigures> counties = new TreeMap<>();

  private KpiFigures(int censusYear) {
    this.censusYear = censusYear;
  }

  /**
   * Collects the figures.
   *
   * @param staging reads a staging table by its name without the namespace
   * @param censusYear year that stocks, such as shelters, are of
   * @param method limits of reports on time
   */
  static Map<String, CountyFigures> collect(
      StagingTables staging, int censusYear, LossStatisticsMethod method) {
    KpiFigures figures = new KpiFigures(censusYear);
    figures.add(yearbook(staging.table("statistics_yearbook")));
    figures.add(annual(staging.table("loss_annual")));
    figures.add(relief(staging.table("loss_event")));
    figures.add(reports(staging.table("loss_event"), method));
    figures.addStock(shelters(staging.table("shelter")));
    figures.addStock(depots(staging.table("material_depot")));
    figures.addStock(townshipDepots(staging.table("admin_unit"), staging.table("material_depot")));
    figures.addStock(points(staging.table("geohazard_point")));
    return figures.counties;
  }

  private static Dataset<Row> yearbook(Dataset<Row> yearbook) {
    return Yearbook.of(yearbook)
        .select(
            COUNTY,
            col("year"),
            col("population"),
            col("urban_population"),
            col("gdp_wan"),
            col("forest_ha"),
            col("information_covered"));
  }

  private static Dataset<Row> annual(Dataset<Row> annual) {
    return annual
        .groupBy(COUNTY, col("year"))
        .agg(
            LossSums.exact("direct_loss_wan").as("direct_loss_wan"),
            sum("deaths").as("deaths"),
            sum("affected_population").as("affected_population"),
            LossSums.exact("forest_damaged_ha").as("forest_damaged_ha"),
            sum("forest_fires").as("forest_fires"),
            sum("forest_fires_24h").as("forest_fires_24h"));
  }

  private static Dataset<Row> relief(Dataset<Row> events) {
    return EventReports.latest(events)
        .groupBy(COUNTY, col("year"))
        .agg(max("relief_hours").as("relief_hours"));
  }

  /** A year without a timed report has no figure, which is not a zero. */
  private static Dataset<Row> reports(Dataset<Row> events, LossStatisticsMethod method) {
    return EventReports.mark(events)
        .where(col("report_hours").isNotNull())
        .groupBy(COUNTY, col("year"))
        .agg(
            count_if(lit(true)).as("reports_timed"),
            count_if(ReportingStatusTransform.onTime(method)).as("reports_on_time"));
  }

  private static Dataset<Row> shelters(Dataset<Row> shelters) {
    Column area = LossSums.exact("area_m2");
    return shelters
        .groupBy(COUNTY)
        .agg(
            area.as("shelter_m2"),
            area.divide(10_000).as("shelter_ha"),
            sum("capacity_persons").as("shelter_capacity"));
  }

  private static Dataset<Row> depots(Dataset<Row> depots) {
    return depots
        .groupBy(COUNTY)
        .agg(sum("stock_persons").as("reserve_persons"), max("area_m2").as("largest_depot_m2"));
  }

  private static Dataset<Row> townshipDepots(Dataset<Row> units, Dataset<Row> depots) {
    Dataset<Row> largest =
        depots
            .groupBy(Units.township(col("admin_code")).as("admin_code"))
            .agg(max("area_m2").as("area_m2"));
    return units
        .where(col("level").equalTo("township"))
        .select("admin_code")
        .join(largest, Names.of(List.of("admin_code")), "left")
        .groupBy(COUNTY)
        .agg(min(coalesce(col("area_m2"), lit(0.0))).as("township_depot_m2"));
  }

  private static Dataset<Row> points(Dataset<Row> points) {
    return points
        .where(col("status").equalTo("registered"))
        .groupBy(COUNTY)
        .agg(
            count_if(lit(true)).as("registered_points"),
            count_if(col("monitoring").notEqual("none")).as("monitored_points"));
  }

  private void addStock(Dataset<Row> stock) {
    add(stock.withColumn("year", lit(censusYear)));
  }

  private void add(Dataset<Row> figures) {
    for (Row row : figures.collectAsList()) {
      CountyFigures county =
          counties.computeIfAbsent(row.getAs("county"), code -> new CountyFigures());
      int year = row.<Integer>getAs("year");
      for (String column : figures.columns()) {
        Optional<KpiFigure> figure = KpiFigure.find(column);
        Number value = figure.isPresent() ? row.<Number>getAs(column) : null;
        if (value != null) {
          county.put(year, figure.get(), value.doubleValue());
        }
      }
    }
  }
}
