package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.riskcensus.pipeline.job.sample.SampleConfig;
import org.riskcensus.pipeline.job.sample.SampleJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code census sample}: generates the synthetic census. */
@Command(
    name = "sample",
    description = "Generates the synthetic census, with seeded defects and expected results.")
final class SampleCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--county",
      split = ",",
      paramLabel = "C",
      description = "county codes (default: 370321,500237)")
  private List<String> counties = SampleConfig.COUNTIES;

  @Option(
      names = "--scale",
      paramLabel = "N",
      description = "multiplies buildings, fields and roads (default: ${DEFAULT-VALUE})")
  private long scale = 1;

  @Option(names = "--seed", description = "seed (default: ${DEFAULT-VALUE})")
  private long seed = SampleConfig.DEFAULT_SEED;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write")
  private Path out = Path.of("sample");

  @Override
  public Integer call() throws IOException {
    SampleConfig config;
    try {
      config = new SampleConfig(counties, scale, seed, out);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(options.command(), String.valueOf(e.getMessage()), e);
    }
    SampleJob.run(config);
    options.out().println("sample census written to " + out.toAbsolutePath());
    return 0;
  }
}
