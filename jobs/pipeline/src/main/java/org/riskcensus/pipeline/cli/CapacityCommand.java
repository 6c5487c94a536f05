package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code census capacity CENSUS.yaml}: coverage of shelters and stations, officers, resources. */
@Command(
    name = "capacity",
    description =
        "Computes what shelters and monitoring stations cover, posts of officers, stock against"
            + " need.")
final class CapacityCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Parameters(paramLabel = "CENSUS.yaml", description = "the census description")
  private Path file = Path.of("census.yaml");

  @Override
  public Integer call() throws IOException {
    return RunCommand.runStep(options, file, Step.CAPACITY);
  }
}
