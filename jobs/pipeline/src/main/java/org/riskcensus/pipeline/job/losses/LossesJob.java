package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.SideBySide;
import org.riskcensus.pipeline.lakehouse.Slice;
import org.riskcensus.pipeline.progress.Progress;

/**
 * Loss statistics, plan targets and the responsibility list. Reads staging, the findings and {@code
 * marts.cell_risk}; replaces the marts of the census year: of its counties, and of their cities and
 * provinces, which are summed over all counties in the lake.
 */
public final class LossesJob {
  private static final String STEP = "losses";
  private static final String LOSSES = "marts.loss_by_unit_year";
  private static final String TARGETS = "marts.kpi_status";
  private static final String RESPONSIBILITIES = "marts.responsibility_item";
  private static final List<String> STATISTICS =
      List.of(
          LOSSES,
          "marts.loss_by_event",
          "marts.loss_by_kind_month",
          "marts.loss_measure",
          "marts.reporting_status",
          "marts.loss_exceedance",
          "marts.loss_indicator");

  private final Lake lake;
  private final LossesConfig config;
  private final Progress progress;
  private final Slice slice;

  private LossesJob(Lake lake, LossesConfig config, Progress progress) {
    this.lake = lake;
    this.config = config;
    this.progress = progress;
    this.slice = LossInputs.slice(config);
  }

  /** Runs the job, unless an equal run has made its tables before. */
  public static void run(Lake lake, LossesConfig config, Progress progress) {
    progress.begin(STEP, "loss statistics, plan targets, responsibilities");
    boolean statistics =
        STATISTICS.stream()
            .allMatch(table -> lake.holds(table, LossInputs.slice(config), lake.run().id()));
    boolean targets = lake.holds(TARGETS, plans(lake, config), lake.run().id());
    if (statistics && targets && lake.holds(RESPONSIBILITIES)) {
      progress.note("unchanged: this run has made these tables before");
      return;
    }
    SideBySide.all(
        List.of(
            () -> new LossesJob(lake.step(), config, progress).statistics(),
            () -> new LossesJob(lake.step(), config, progress).targets(),
            () -> new LossesJob(lake.step(), config, progress).responsibilities()));
  }

  private long statistics() {
    LossInputs inputs = LossInputs.read(lake, config);
    FindingCounts findings = new FindingCounts(lake.contracts(), config.year());
    Dataset<Row> quarantine = LossInputs.rows(lake, config, "ops.quarantine");
    Dataset<Row> found =
        FindingCounts.counting(LossInputs.rows(lake, config, "ops.finding"), quarantine);
    Dataset<Row> units = LossInputs.rows(lake, config, "staging.admin_unit");
    SideBySide.all(
        List.of(
            () ->
                write(
                    LOSSES,
                    () ->
                        LossByUnitYearTransform.apply(
                            inputs,
                            findings.of(found, inputs.events(), inputs.annual(), quarantine))),
            () -> write("marts.loss_by_event", () -> LossByEventTransform.apply(inputs)),
            () -> write("marts.loss_by_kind_month", () -> LossByKindMonthTransform.apply(inputs)),
            () ->
                write(
                    "marts.reporting_status",
                    () ->
                        ReportingStatusTransform.apply(
                            inputs,
                            findings.keptOut(found, inputs.events(), inputs.annual(), quarantine),
                            units))));
    Dataset<Row> losses = lake.read(LOSSES).where(slice.condition());
    write(
        "marts.loss_measure",
        () ->
            new LossMeasureTransform(lake.contracts().get(LOSSES), config.method()).apply(losses));
    indicators(inputs, losses);
    return STATISTICS.size();
  }

  private void indicators(LossInputs inputs, Dataset<Row> losses) {
    Dataset<Row> series = LossSeries.of(losses, inputs).persist(StorageLevel.MEMORY_AND_DISK());
    StagingTables staging = name -> LossInputs.rows(lake, config, "staging." + name);
    try {
      write(
          "marts.loss_exceedance",
          () -> LossExceedanceTransform.apply(series, config.year(), config.method().confidence()));
      write(
          "marts.loss_indicator",
          () ->
              new UnitIndicators(config.indicators(), config.year())
                  .of(new UnitFacts(inputs, staging).of(losses))
                  .unionByName(new SeriesIndicators(config.method(), config.year()).of(series)));
    } finally {
      series.unpersist();
    }
  }

  /** Writes what is the run's own of rows of units. */
  private long write(String table, Supplier<Dataset<Row>> rows) {
    long start = System.nanoTime();
    long written = lake.replace(table, slice, lake.run().id(), LossInputs.own(rows.get(), config));
    return done(table, written, start);
  }

  private long targets() {
    long start = System.nanoTime();
    StagingTables staging = name -> lake.read("staging." + name, config.year());
    Dataset<Row> rows =
        lake.spark()
            .createDataFrame(
                KpiTransform.apply(
                    KpiFigures.collect(staging, config.year(), config.method()),
                    plans(lake, config).counties(),
                    config),
                KpiTransform.SCHEMA);
    return done(TARGETS, lake.replace(TARGETS, plans(lake, config), lake.run().id(), rows), start);
  }

  /**
   * The run's counties, and those with a plan that no run has brought data of for the year:
   * whichever run comes first lists these, so that later runs of other counties do not contend for
   * them.
   */
  private static Slice plans(Lake lake, LossesConfig config) {
    TreeSet<String> counties = new TreeSet<>();
    config.targets().plans().forEach(plan -> counties.add(plan.county()));
    Column ofYear = col("census_year").equalTo(config.year());
    Dataset<Row> listed =
        lake.read(TARGETS).where(ofYear.and(col("run_id").notEqual(lake.run().id())));
    lake.read("ops.submission")
        .where(ofYear)
        .select("county_code")
        .union(listed.select("county_code"))
        .distinct()
        .collectAsList()
        .forEach(row -> counties.remove(row.getString(0)));
    counties.addAll(config.counties());
    return new Slice(config.year(), List.copyOf(counties), Optional.empty());
  }

  private long responsibilities() {
    long start = System.nanoTime();
    int year = config.year();
    long rows =
        lake.replaceYear(
            RESPONSIBILITIES,
            year,
            ResponsibilityTransform.apply(
                lake.read("staging.hidden_danger", year),
                lake.read("staging.geohazard_point", year),
                lake.read("marts.cell_risk", year),
                config));
    return done(RESPONSIBILITIES, rows, start);
  }

  private long done(String table, long rows, long start) {
    progress.done(STEP, table, rows, (System.nanoTime() - start) / 1e9);
    return rows;
  }
}
