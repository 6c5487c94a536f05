package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code census assess CENSUS.yaml}: risk and zones from the staging tables. */
@Command(name = "assess", description = "Computes hazard, exposure, risk and zones from staging.")
final class AssessCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Parameters(paramLabel = "CENSUS.yaml", description = "the census description")
  private Path file = Path.of("census.yaml");

  @Override
  public Integer call() throws IOException {
    return RunCommand.runStep(options, file, Step.ASSESS);
  }
}
