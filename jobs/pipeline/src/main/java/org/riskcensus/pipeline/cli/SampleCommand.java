package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.job.sample.ProvinceConfig;
import org.riskcensus.pipeline.job.sample.ProvinceJob;
import org.riskcensus.pipeline.job.sample.SampleConfig;
import org.riskcensus.pipeline.job.sample.SampleJob;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code census sample}: generates the synthetic census, or the losses of a made-up province. */
@Command(
    name = "sample",
    description = {
      "Generates the synthetic census of two counties, with seeded defects and expected results;",
      "or with --province the loss statistics of a made-up province, with expected totals."
    })
final class SampleCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @ArgGroup(exclusive = true)
  private Kind kind = new Kind();

  @Option(names = "--seed", description = "seed (default: ${DEFAULT-VALUE})")
  private long seed = SampleConfig.DEFAULT_SEED;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write")
  private Path out = Path.of("sample");

  /** What to generate: the counties or a province. */
  static final class Kind {

    @ArgGroup(exclusive = false, heading = "The census of two counties:%n")
    private Counties counties = new Counties();

    @ArgGroup(exclusive = false, heading = "Loss statistics of a made-up province:%n")
    private @Nullable Province province;
  }

  /** Options of the two counties. */
  static final class Counties {

    @Option(
        names = "--county",
        split = ",",
        paramLabel = "C",
        description = "county codes (default: 370321,500237)")
    private List<String> codes = SampleConfig.COUNTIES;

    @Option(
        names = "--scale",
        paramLabel = "N",
        description = "multiplies buildings, fields and roads (default: ${DEFAULT-VALUE})")
    private long scale = 1;
  }

  /** Options of a province. */
  static final class Province {

    @Option(
        names = "--province",
        required = true,
        paramLabel = "P",
        description = "first two digits of its units, such as 37")
    private String code = "";

    @Option(
        names = "--cities",
        paramLabel = "N",
        description = "its cities, 20 at most (default: one for ten counties)")
    private @Nullable Integer cities;

    @Option(
        names = "--counties",
        paramLabel = "N",
        defaultValue = "150",
        description = "its counties (default: ${DEFAULT-VALUE})")
    private int counties;

    @Option(
        names = "--townships",
        paramLabel = "N",
        defaultValue = "19",
        description = "townships of each county (default: ${DEFAULT-VALUE})")
    private int townships;

    @Option(
        names = "--years",
        paramLabel = "N",
        defaultValue = "30",
        description = "years of losses, up to 2025 (default: ${DEFAULT-VALUE})")
    private int years;

    private ProvinceConfig config(long seed, Path out) {
      int most = cities == null ? ProvinceConfig.Size.citiesOf(counties) : cities;
      ProvinceConfig.Size size = new ProvinceConfig.Size(most, counties, townships, years);
      return new ProvinceConfig(code, size, seed, out);
    }
  }

  @Override
  public Integer call() throws IOException {
    Province province = kind.province;
    if (province == null) {
      Counties counties = kind.counties;
      SampleJob.run(valid(() -> new SampleConfig(counties.codes, counties.scale, seed, out)));
    } else {
      ProvinceJob.run(valid(() -> province.config(seed, out)));
    }
    options.out().println("sample census written to " + out.toAbsolutePath());
    return 0;
  }

  private <T> T valid(Supplier<T> config) {
    try {
      return config.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(options.command(), String.valueOf(e.getMessage()), e);
    }
  }
}
