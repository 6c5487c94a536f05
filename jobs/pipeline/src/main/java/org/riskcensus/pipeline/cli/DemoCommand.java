package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.report.ReportConfig;
import org.riskcensus.pipeline.job.report.ReportJob;
import org.riskcensus.pipeline.job.report.ReportRequest;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census demo}: the main job on the sample census, both years. */
@Command(
    name = "demo",
    description =
        "Runs the whole main job on data-samples/: two counties, two census years; ends with the"
            + " annual report of one.")
final class DemoCommand implements Callable<Integer> {

  private static final List<String> DESCRIPTIONS = List.of("census-2024.yaml", "census-2025.yaml");

  private static final String COUNTY = "370321";
  private static final List<String> REPORT_FORMATS = List.of("html", "xlsx");

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "directory for maps, layers and tables (default: ./out)")
  private Path out = Path.of("out");

  @Option(names = "--no-report", description = "without the annual report of a county at the end")
  private boolean withoutReport;

  @Override
  public Integer call() throws IOException {
    Path samples = samples();
    List<CensusRun> runs = new ArrayList<>();
    for (String name : DESCRIPTIONS) {
      runs.add(CensusRun.check(samples.resolve(name), options.settings(), options.progress()));
    }
    int newest = runs.get(runs.size() - 1).census().year();
    try (SparkSession spark = options.session()) {
      for (CensusRun run : runs) {
        int year = run.census().year();
        Step last = year == newest ? Step.EXPORT : Step.PUBLISH; // the year before is to compare
        run.execute(spark, Step.INGEST, last, out.resolve(Integer.toString(year)));
      }
      if (!withoutReport) {
        report(spark, newest);
      }
      for (CensusRun run : runs) {
        int year = run.census().year();
        Path exported = year == newest ? out.resolve(Integer.toString(year)) : null;
        Summary.print(spark, year, exported, options.out());
      }
    }
    options
        .out()
        .println(
            "Next: census sql \"SELECT * FROM marts.unit_risk VERSION AS OF 'census-2025'\""
                + lakeOption());
    return 0;
  }

  /** The annual report 年报 of one county from the newest release, with the sheets just drawn. */
  private void report(SparkSession spark, int year) throws IOException {
    long start = System.nanoTime();
    Path yearOut = out.resolve(Integer.toString(year));
    Contracts contracts = Contracts.load();
    Problems problems = new Problems();
    ReportRequest request =
        new ReportRequest(
            year, COUNTY, "annual", "", REPORT_FORMATS, "zh", yearOut.resolve("report"));
    ReportConfig config = ReportConfig.of(request, contracts, problems);
    problems.refuse();
    ReportJob job = new ReportJob(spark, contracts, config, yearOut.resolve("maps"));
    long files = job.run().size();
    options
        .progress()
        .done("report", "annual report (files)", files, (System.nanoTime() - start) / 1e9);
  }

  private String lakeOption() {
    return options.directory().equals(Path.of("lake")) ? "" : " --lake " + options.directory();
  }

  private static Path samples() {
    Path home = Path.of(Optional.ofNullable(System.getenv("CENSUS_HOME")).orElse("."));
    Path samples = home.resolve("data-samples");
    if (!Files.isDirectory(samples)) {
      Problems problems = new Problems();
      problems.add(samples.toString(), 0, "no sample data here; start ./census from the project");
      problems.refuse();
    }
    return samples;
  }
}
