package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.map.Paper;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.export.MapExport;
import org.riskcensus.pipeline.job.export.MapExportConfig;
import org.riskcensus.pipeline.job.report.ReportConfig;
import org.riskcensus.pipeline.job.report.ReportJob;
import org.riskcensus.pipeline.job.report.ReportRequest;
import org.riskcensus.pipeline.lakehouse.Release;
import org.riskcensus.pipeline.lakehouse.ReleaseRun;
import org.riskcensus.pipeline.lakehouse.Releases;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census report}: the report of one unit from one release, for a year or a part of one. */
@Command(
    name = "report",
    description = {
      "Writes the annual report 年报 of a unit from the release of a year, or an edition of it",
      "for a quarter 季报, a month 月报, the flood 汛期 or the fire season 防火期:",
      "losses, risk and zones, plan targets, capacity, responsibilities, quality, provenance."
    })
final class ReportCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "census year; its release is read (default: the year of the period)")
  private @Nullable Integer year;

  @Option(
      names = "--unit",
      required = true,
      paramLabel = "CODE",
      description = "administrative code of the unit, such as 370321; 370300 of its city")
  private String unit = "";

  @Option(
      names = "--edition",
      paramLabel = "E",
      description =
          "annual, quarterly, monthly, flood-season, fire-season (default: ${DEFAULT-VALUE})")
  private String edition = "annual";

  @Option(
      names = "--period",
      paramLabel = "P",
      description = "2025, 2025-Q3 or 2025-07, as the edition asks; a season is of its last year")
  private String period = "";

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
    Contracts contracts = Contracts.load();
    ReportRequest request = new ReportRequest(year, unit, edition, period, formats, language, out);
    ReportConfig config = ReportConfig.of(request, contracts, problems);
    problems.refuse();
    try (SparkSession spark = options.session()) {
      ReportJob job = new ReportJob(spark, contracts, config, out.resolve("maps"));
      job.check();
      maps(spark, contracts, config);
      job.run().forEach(file -> options.out().println(file.toAbsolutePath()));
    }
    return 0;
  }

  /** Draws the map sheets of the unit's county, as its release describes itself. */
  private void maps(SparkSession spark, Contracts contracts, ReportConfig config) {
    int census = config.year();
    String county = config.unit().substring(0, 6);
    Release release = Releases.of(spark).find("census-" + census).orElseThrow();
    for (ReleaseRun run : ReleaseRun.list(spark, release, census)) {
      MapExportConfig sheets =
          new MapExportConfig(
              census,
              run.date(),
              run.title(),
              run.synthetic(),
              config.language(),
              Paper.A4,
              out.resolve("maps"));
      if (run.county().equals(county)) {
        new MapExport(spark, contracts, sheets).run(county::equals);
      }
    }
  }
}
