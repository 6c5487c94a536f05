package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.render.ReportFormat;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.lakehouse.ReleaseRun;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Makes the report of one unit and year from one release: every table is read by the year's tag, so
 * that all numbers are of one moment, and the same release gives the same bytes.
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
    units(source());
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
    Problems problems = new Problems();
    ReportLayout layout = ReportLayout.read(SchemaFiles.load(), contracts, problems);
    problems.refuse();
    ReportSource source = source();
    Words words = Words.in(config.language());
    List<Row> units = units(source);
    ReportUnit unit = unit(units);
    ReportContext context =
        new ReportContext(
            config.year(), unit, source, before(), contracts, words, new Captions(words));
    List<ReleaseRun> runs = source.runs(countyPrefix(unit));
    return new ReportAssembly(context, layout, below(units, unit), maps).report(runs);
  }

  private ReportSource source() {
    Optional<ReportSource> source = ReportSource.find(spark, config.year());
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

  private static String countyPrefix(ReportUnit unit) {
    String prefix = unit.prefix();
    return prefix.substring(0, Math.min(6, prefix.length()));
  }

  private Optional<ReportSource> before() {
    return ReportSource.find(spark, config.year() - 1);
  }

  private List<Row> units(ReportSource source) {
    List<Row> units =
        source.rows("staging.admin_unit", col("level").notEqual("village"), "admin_code");
    if (units.stream().noneMatch(unit -> unit.getAs("admin_code").equals(config.unit()))) {
      String known =
          String.join(
              ", ",
              units.stream()
                  .filter(unit -> unit.getAs("level").equals("county"))
                  .map(unit -> unit.getAs("admin_code") + " " + unit.getAs("name"))
                  .toList());
      refuse("--unit", config.unit() + " is no unit of " + source.tag() + "; counties: " + known);
    }
    return units;
  }

  private ReportUnit unit(List<Row> units) {
    Row row =
        units.stream()
            .filter(unit -> unit.getAs("admin_code").equals(config.unit()))
            .findFirst()
            .orElseThrow();
    return new ReportUnit(row.getAs("admin_code"), row.getAs("name"), row.getAs("level"));
  }

  /** Names of the units directly below, by code. */
  private static Map<String, String> below(List<Row> units, ReportUnit unit) {
    Map<String, String> below = new LinkedHashMap<>();
    units.stream()
        .filter(row -> unit.code().equals(row.getAs("parent_code")))
        .forEach(row -> below.put(row.getAs("admin_code"), row.getAs("name")));
    return below;
  }
}
