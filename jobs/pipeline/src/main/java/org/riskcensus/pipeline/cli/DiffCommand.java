package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.job.assess.change.ChangeConfig;
import org.riskcensus.pipeline.job.assess.change.ChangeJob;
import org.riskcensus.pipeline.job.assess.change.ChangeOutput;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census diff}: what changed its risk level between two releases, and why. */
@Command(
    name = "diff",
    description = {
      "Lists units and areas that changed their risk level from one release to another, with the",
      "cause — data, boundary or method — found by computing again with the others held."
    })
final class DiffCommand implements Callable<Integer> {

  private static final String UNITS = "units";
  private static final String AREAS = "areas";

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(names = "--from", required = true, paramLabel = "Y", description = "earlier census year")
  private int from;

  @Option(names = "--to", required = true, paramLabel = "Y", description = "later census year")
  private int to;

  @Option(
      names = "--unit",
      paramLabel = "CODE",
      description = "only units within this one, 6, 9 or 12 digits")
  private Optional<String> unit = Optional.empty();

  @Option(names = "--hazard", paramLabel = "K", description = "one hazard alone")
  private Optional<String> hazard = Optional.empty();

  @Option(
      names = "--of",
      paramLabel = "units|areas",
      description = "what a table or layer holds (default: ${DEFAULT-VALUE})")
  private String of = UNITS;

  @Option(
      names = "--out",
      split = ",",
      paramLabel = "FILE",
      description =
          "tables .csv .xlsx, layers .gpkg .shp .geojson .parquet .fgb, change map sheets .png"
              + " .pdf; several with commas")
  private List<Path> out = List.of();

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "language of what is printed and of map sheets (default: ${DEFAULT-VALUE})")
  private String language = "zh";

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "most units that are printed (default: ${DEFAULT-VALUE})")
  private int rows = 200;

  @Override
  public Integer call() throws IOException {
    Problems problems = new Problems();
    Contracts contracts = Contracts.load();
    ChangeConfig config = ChangeConfig.of(from, to, unit, hazard, contracts, problems);
    if (!List.of(UNITS, AREAS).contains(of)) {
      problems.add("--of", 0, of + " is neither units nor areas");
    }
    Language spoken = Language.of(language, problems);
    out.forEach(file -> ChangeOutput.check(file, problems));
    problems.refuse();
    try (SparkSession spark = options.session()) {
      ChangeJob job = new ChangeJob(spark, contracts, config, options.progress());
      ChangeOutput output = new ChangeOutput(job.run(), contracts, spoken);
      output.print(options.out(), rows);
      for (Path file : out) {
        for (Path written : output.write(file, of.equals(AREAS))) {
          options.out().println(written.toAbsolutePath());
        }
      }
      options.out().flush();
    }
    return 0;
  }
}
