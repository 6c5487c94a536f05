package org.riskcensus.pipeline.job.losses;

import java.util.List;
import java.util.function.LongSupplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.SideBySide;
import org.riskcensus.pipeline.progress.Progress;

/**
 * Loss statistics by unit and year, plan targets and the responsibility list. Reads staging, the
 * findings and {@code marts.cell_risk}; replaces three marts of the census year.
 */
public final class LossesJob {
  private static final String STEP = "losses";
  private static final String LOSSES = "marts.loss_by_unit_year";
  private static final String TARGETS = "marts.kpi_status";
  private static final String RESPONSIBILITIES = "marts.responsibility_item";

  private LossesJob() {}

  /** Runs the job, unless an equal run has made its tables before. */
  public static void run(Lake lake, LossesConfig config, Progress progress) {
    progress.begin(STEP, "loss statistics, plan targets, responsibilities");
    if (lake.holdsAll(List.of(LOSSES, TARGETS, RESPONSIBILITIES))) {
      progress.note("unchanged: this run has made these tables before");
      return;
    }
    SideBySide.all(
        List.of(
            () -> write(LOSSES, () -> losses(lake.step(), config), progress),
            () -> write(TARGETS, () -> targets(lake.step(), config), progress),
            () -> write(RESPONSIBILITIES, () -> responsibilities(lake.step(), config), progress)));
  }

  private static long write(String table, LongSupplier job, Progress progress) {
    long start = System.nanoTime();
    long rows = job.getAsLong();
    progress.done(STEP, table, rows, (System.nanoTime() - start) / 1e9);
    return rows;
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
        LOSSES, year, LossByUnitYearTransform.apply(events, annual, yearbook, counts));
  }

  private static long targets(Lake lake, LossesConfig config) {
    StagingTables staging = name -> lake.read("staging." + name, config.year());
    Dataset<Row> rows =
        lake.spark()
            .createDataFrame(
                KpiTransform.apply(KpiFigures.collect(staging, config.year()), config),
                KpiTransform.SCHEMA);
    return lake.replaceYear(TARGETS, config.year(), rows);
  }

  private static long responsibilities(Lake lake, LossesConfig config) {
    int year = config.year();
    return lake.replaceYear(
        RESPONSIBILITIES,
        year,
        ResponsibilityTransform.apply(
            lake.read("staging.hidden_danger", year),
            lake.read("staging.geohazard_point", year),
            lake.read("marts.cell_risk", year),
            config));
  }
}
