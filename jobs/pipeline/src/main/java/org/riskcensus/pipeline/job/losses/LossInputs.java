package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.Slice;

/**
 * Rows the loss statistics are computed from: those of all counties in the provinces of the run,
 * since a city's figures are of all its counties in the lake, not of those that this run brought.
 *
 * @param year census year, whose prices amounts are brought to
 * @param events staging.loss_event
 * @param annual staging.loss_annual
 * @param yearbook staging.statistics_yearbook
 */
record LossInputs(
    int year,
    Dataset<Row> events,
    Dataset<Row> annual,
    Dataset<Row> yearbook,
    LossStatisticsMethod method) {

  static LossInputs read(Lake lake, LossesConfig config) {
    return new LossInputs(
        config.year(),
        rows(lake, config, "staging.loss_event"),
        rows(lake, config, "staging.loss_annual"),
        rows(lake, config, "staging.statistics_yearbook"),
        config.method());
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
