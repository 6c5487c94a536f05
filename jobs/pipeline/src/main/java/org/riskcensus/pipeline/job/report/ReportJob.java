package org.riskcensus.pipeline.job.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.render.ReportFormat;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.lakehouse.ReleaseRun;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Makes the report of one unit and period from one release: every table is read by the year's tag,
 * so that all numbers are of one moment, and the same release gives the same bytes.
 */
public final class ReportJob {

  private final SparkSession spark;
  private final Contracts contracts;
  private final ReportConfig config;
  private final Path maps;

  /**
   * Reports from the lake of a session.
   *
   * @param maps directory of the map sheets of the release; may be empty
   */
  public ReportJob(SparkSession spark, Contracts contracts, ReportConfig config, Path maps) {
    this.spark = spark;
    this.contracts = contracts;
    this.config = config;
    this.maps = maps;
  }

  /**
   * Looks whether the release and the unit are there.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when one is not
   */
  public void check() {
    unit(ReportUnits.of(source(), config.layout().regions()));
  }

  /** Writes the report in every format asked for; the files. */
  public List<Path> run() throws IOException {
    Report report = report();
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : config.formats()) {
      format.write(report, config.file(format));
      files.add(config.file(format));
    }
    return files;
  }

  /**
   * The report as data.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when there is no such release or unit
   */
  Report report() {
    ReleasedTables source = source();
    ReportUnits units = ReportUnits.of(source, config.layout().regions());
    ReportUnit unit = unit(units);
    Words words = Words.in(config.language());
    ReportScope scope =
        new ReportScope(
            config.year(),
            config.edition(),
            config.period(),
            unit,
            units.below(unit),
            units.counties(unit));
    ReportContext context =
        new ReportContext(
            scope,
            source,
            ReleasedTables.find(spark, config.year() - 1),
            source.contracts(contracts),
            words,
            new Captions(words));
    List<ReleaseRun> runs = source.runs(unit.countyPrefix());
    return new ReportAssembly(context, config.layout(), runs, maps).report();
  }

  private ReleasedTables source() {
    Optional<ReleasedTables> source = ReleasedTables.find(spark, config.year());
    if (source.isEmpty()) {
      String tag = "census-" + config.year();
      refuse("--year", "the lake has no release " + tag + "; run the census of that year first");
    }
    return source.orElseThrow();
  }

  private static void refuse(String option, String message) {
    Problems problems = new Problems();
    problems.add(option, 0, message);
    problems.refuse();
  }

  private ReportUnit unit(ReportUnits units) {
    Optional<ReportUnit> unit = units.find(config.unit());
    if (unit.isEmpty()) {
      String known = String.join(", ", units.known());
      String tag = "census-" + config.year();
      refuse("--unit", config.unit() + " is no unit of " + tag + "; there are: " + known);
    }
    return unit.orElseThrow();
  }
}
