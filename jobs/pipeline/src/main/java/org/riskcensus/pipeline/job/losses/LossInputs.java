package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.Slice;

/**
 * Rows the loss statistics are computed from: those of all counties in the provinces of the run,
 * since a city's figures are of all its counties in the lake, not of those that this run brought.
 *
 * @param year census year, whose prices amounts are brought to
 * @param events staging.loss_event
 * @param counting of the events the reports that count, each with year and month, its figures in
 *     one column ({@link LossSums#packed}) and its loss at the prices of the census year
 * @param annual staging.loss_annual
 * @param yearbook staging.statistics_yearbook
 */
record LossInputs(
    int year,
    Dataset<Row> events,
    Dataset<Row> counting,
    Dataset<Row> annual,
    Dataset<Row> yearbook,
    LossStatisticsMethod method) {

  /** What of a report that counts the statistics look at. */
  private static final List<String> COUNTED =
      List.of(
          "admin_code",
          "event_id",
          "hazard_kind",
          "year",
          "month",
          "relief_hours",
          "direct_loss_wan",
          "relocated",
          LossSums.FIGURES,
          "real_wan",
          "in_yearbook");

  static LossInputs read(Lake lake, LossesConfig config) {
    LossInputs inputs =
        of(
            config.year(),
            rows(lake, config, "staging.loss_event"),
            rows(lake, config, "staging.loss_annual"),
            rows(lake, config, "staging.statistics_yearbook"),
            config.method());
    // five tables begin with these: found once, they are neither planned nor sorted out again
    return new LossInputs(
        inputs.year,
        inputs.events,
        inputs.counting.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK()),
        inputs.annual,
        inputs.yearbook,
        inputs.method);
  }

  static LossInputs of(
      int year,
      Dataset<Row> events,
      Dataset<Row> annual,
      Dataset<Row> yearbook,
      LossStatisticsMethod method) {
    Dataset<Row> packed = new LossSums(events.schema(), method).packed(events);
    Dataset<Row> priced = CountyYears.price(EventReports.latest(packed), yearbook, year);
    Set<String> present = Set.of(priced.columns());
    Column[] counted =
        COUNTED.stream().filter(present::contains).map(name -> col(name)).toArray(Column[]::new);
    return new LossInputs(year, events, priced.select(counted), annual, yearbook, method);
  }

  /** The rows of a table of the census year and of the run's provinces. */
  static Dataset<Row> rows(Lake lake, LossesConfig config, String table) {
    Object[] provinces =
        config.counties().stream().map(code -> code.substring(0, 2)).distinct().toArray();
    return lake.read(table)
        .where(col("census_year").equalTo(config.year()))
        .where(substring(col("county_code"), 1, 2).isin(provinces));
  }

  /** What the run replaces: its counties with their cities and provinces. */
  static Slice slice(LossesConfig config) {
    TreeSet<String> codes = new TreeSet<>(config.counties());
    for (String county : config.counties()) {
      codes.add(county.substring(0, 4) + "00");
      codes.add(county.substring(0, 2) + "0000");
    }
    return new Slice(config.year(), new ArrayList<>(codes), Optional.empty());
  }

  /** The rows that are the run's to write. */
  static Dataset<Row> own(Dataset<Row> rows, LossesConfig config) {
    List<String> codes = slice(config).counties();
    return rows.where(Units.countyCode(col("admin_code")).isin(codes.toArray()));
  }
}
