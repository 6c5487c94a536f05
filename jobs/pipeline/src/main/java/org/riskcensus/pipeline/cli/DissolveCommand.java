package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.dissolve.DissolveConfig;
import org.riskcensus.pipeline.job.dissolve.DissolveJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code census dissolve}: the areas of a layer united by class. */
@Command(
    name = "dissolve",
    description = {
      "Unites the areas of a file or table by the value of a field.",
      "Gives the field, rows, area_m2 and overlap_m2, the area that was there more than once."
    })
final class DissolveCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  private final LayerOptions in = new LayerOptions("--in");

  @Option(names = "--by", required = true, paramLabel = "FIELD", description = "the class")
  private String by = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = ".gpkg .shp .geojson .parquet .fgb .csv .xlsx")
  private Path out = Path.of("");

  @Spec
  void layers(CommandSpec command) {
    in.addTo(command, "file or table");
  }

  @Override
  public Integer call() throws IOException {
    DissolveConfig config = DissolveConfig.check(in.source(), by, out, Contracts.load());
    options.inSession(
        config.input().spec() == null,
        spark -> new DissolveJob(spark, config, options.progress()).run());
    return 0;
  }
}
