package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.formats.map.Paper;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.export.MapExport;
import org.riskcensus.pipeline.job.export.MapExportConfig;
import org.riskcensus.pipeline.job.report.ReportConfig;
import org.riskcensus.pipeline.job.report.ReportJob;
import org.riskcensus.pipeline.lakehouse.Release;
import org.riskcensus.pipeline.lakehouse.ReleaseRun;
import org.riskcensus.pipeline.lakehouse.Releases;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census report}: the annual report of one unit from one release. */
@Command(
    name = "report",
    description = {
      "Writes the annual report 年报 of a unit from the release of a year:",
      "losses, risk and zones, plan targets, capacity, responsibilities, quality, provenance."
    })
final class ReportCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--year",
      required = true,
      paramLabel = "Y",
      description = "census year; its release is read")
  private int year;

  @Option(
      names = "--unit",
      required = true,
      paramLabel = "CODE",
      description = "administrative code of the unit, such as 370321")
  private String unit = "";

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "F",
      description = "html, pdf, docx, xlsx, several with commas (default: all four)")
  private List<String> formats = List.of("html", "pdf", "docx", "xlsx");

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "language of the text (default: ${DEFAULT-VALUE})")
  private String language = "zh";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "directory of the files; map sheets go to its maps/ (default: ./out)")
  private Path out = Path.of("out");

  @Override
  public Integer call() throws IOException {
    Problems problems = new Problems();
    ReportConfig config = ReportConfig.of(year, unit, formats, language, out, problems);
    problems.refuse();
    Contracts contracts = Contracts.load();
    try (SparkSession spark = options.session()) {
      ReportJob job = new ReportJob(spark, contracts, config, out.resolve("maps"));
      job.check();
      maps(spark, contracts, config.unit().substring(0, 6));
      job.run().forEach(file -> options.out().println(file.toAbsolutePath()));
    }
    return 0;
  }

  /** Draws the map sheets of the unit's county, as its release describes itself. */
  private void maps(SparkSession spark, Contracts contracts, String county) {
    Release release = Releases.of(spark).find("census-" + year).orElseThrow();
    for (ReleaseRun run : ReleaseRun.list(spark, release, year)) {
      MapExportConfig config =
          new MapExportConfig(
              year, run.date(), run.title(), run.synthetic(), Paper.A4, out.resolve("maps"));
      if (run.county().equals(county)) {
        new MapExport(spark, contracts, config).run(county::equals);
      }
    }
  }
}
