package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code census losses CENSUS.yaml}: loss statistics, targets and responsibilities. */
@Command(
    name = "losses",
    description =
        "Computes loss statistics, the status of plan targets and the responsibility list.")
final class LossesCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Parameters(paramLabel = "CENSUS.yaml", description = "the census description")
  private Path file = Path.of("census.yaml");

  @Override
  public Integer call() throws IOException {
    return RunCommand.runStep(options, file, Step.LOSSES);
  }
}
