package org.riskcensus.pipeline.job.losses;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.lakehouse.Lake;

/**
 * Loss statistics by unit and year, plan targets and the responsibility list. Reads staging, the
 * findings and {@code marts.cell_risk}; replaces three marts of the census year.
 */
public final class LossesJob {
  private LossesJob() {}

  /** Runs the job; answers the rows written by table, in the order of writing. */
  public static Map<String, Long> run(Lake lake, LossesConfig config) {
    Map<String, Long> written = new LinkedHashMap<>();
    written.put("marts.loss_by_unit_year", losses(lake.step(), config));
    written.put("marts.kpi_status", targets(lake.step(), config));
    written.put("marts.responsibility_item", responsibilities(lake.step(), config));
    return written;
  }

  private static long losses(Lake lake, LossesConfig config) {
    int year = config.year();
    Dataset<Row> events = lake.read("staging.loss_event", year);
    Dataset<Row> annual = lake.read("staging.loss_annual", year);
    Dataset<Row> counts =
        new FindingCounts(lake.contracts(), year)
            .of(lake.read("ops.finding", year), events, annual, lake.read("ops.quarantine", year));
    Dataset<Row> yearbook = lake.read("staging.statistics_yearbook", year);
    return lake.replaceYear(
        "marts.loss_by_unit_year",
        year,
        LossByUnitYearTransform.apply(events, annual, yearbook, counts));
  }

  private static long targets(Lake lake, LossesConfig config) {
    StagingTables staging = name -> lake.read("staging." + name, config.year());
    Dataset<Row> rows =
        lake.spark()
            .createDataFrame(
                KpiTransform.apply(KpiFigures.collect(staging, config.year()), config),
                KpiTransform.SCHEMA);
    return lake.replaceYear("marts.kpi_status", config.year(), rows);
  }

  private static long responsibilities(Lake lake, LossesConfig config) {
    int year = config.year();
    return lake.replaceYear(
        "marts.responsibility_item",
        year,
        ResponsibilityTransform.apply(
            lake.read("staging.hidden_danger", year),
            lake.read("staging.geohazard_point", year),
            lake.read("marts.cell_risk", year),
            config));
  }
}
