package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code census run CENSUS.yaml}: the whole job, or part of it. */
@Command(
    name = "run",
    description = "Runs the whole job for a census description: files in, maps and statistics out.")
final class RunCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Parameters(paramLabel = "CENSUS.yaml", description = "the census description")
  private Path file = Path.of("census.yaml");

  @Option(
      names = "--from",
      paramLabel = "STEP",
      description = "first step: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Step first = Step.INGEST;

  @Option(
      names = "--to",
      paramLabel = "STEP",
      description = "last step (default: ${DEFAULT-VALUE})")
  private Step last = Step.EXPORT;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "directory for maps, layers and tables (default: ./out)")
  private Path out = Path.of("out");

  @Override
  public Integer call() throws IOException {
    CensusRun run = CensusRun.check(file, options.settings(), options.progress());
    try (SparkSession spark = options.session()) {
      run.execute(spark, first, last, out);
      Summary.print(spark, run.census().year(), last == Step.EXPORT ? out : null, options.out());
    }
    return 0;
  }

  /** Runs one step of a description: what the commands named after a step do. */
  static int runStep(LakeOptions options, Path file, Step step) throws IOException {
    CensusRun run = CensusRun.check(file, options.settings(), options.progress());
    try (SparkSession spark = options.session()) {
      run.execute(spark, step, step, Path.of("out"));
      Summary.accounts(spark, run.census().year(), options.out());
    }
    return 0;
  }
}
