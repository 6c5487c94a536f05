package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census demo}: the main job on the sample census, both years. */
@Command(
    name = "demo",
    description = "Runs the whole main job on data-samples/: two counties, two census years.")
final class DemoCommand implements Callable<Integer> {

  private static final List<String> DESCRIPTIONS = List.of("census-2024.yaml", "census-2025.yaml");

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "directory for maps, layers and tables (default: ./out)")
  private Path out = Path.of("out");

  @Override
  public Integer call() throws IOException {
    Path samples = samples();
    List<CensusRun> runs = new ArrayList<>();
    for (String name : DESCRIPTIONS) {
      runs.add(CensusRun.check(samples.resolve(name), options.settings(), options.progress()));
    }
    try (SparkSession spark = options.session()) {
      for (CensusRun run : runs) {
        Path yearOut = out.resolve(Integer.toString(run.census().year()));
        run.execute(spark, Step.INGEST, Step.EXPORT, yearOut);
      }
      for (CensusRun run : runs) {
        int year = run.census().year();
        Summary.print(spark, year, out.resolve(Integer.toString(year)), options.out());
      }
    }
    options
        .out()
        .println(
            "Next: census sql \"SELECT * FROM marts.unit_risk VERSION AS OF 'census-2025'\""
                + lakeOption());
    return 0;
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
