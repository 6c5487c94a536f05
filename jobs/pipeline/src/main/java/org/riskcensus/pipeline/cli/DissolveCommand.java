package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.dissolve.DissolveConfig;
import org.riskcensus.pipeline.job.dissolve.DissolveJob;
import org.riskcensus.pipeline.layer.LayerSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census dissolve}: the areas of a layer united by class. */
@Command(
    name = "dissolve",
    description = {
      "Unites the areas of a file or table by the value of a field.",
      "Gives the field, rows, area_m2 and overlap_m2, the area that was there more than once."
    })
final class DissolveCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(names = "--in", required = true, paramLabel = "F", description = "file or table")
  private String in = "";

  @Option(names = "--by", required = true, paramLabel = "FIELD", description = "the class")
  private String by = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = ".gpkg .shp .geojson .parquet .fgb .csv .xlsx")
  private Path out = Path.of("");

  @Option(names = "--in-layer", paramLabel = "L", description = "layer or sheet")
  private Optional<String> layer = Optional.empty();

  @Option(names = "--in-crs", paramLabel = "EPSG:N", description = "reference system")
  private Optional<String> crs = Optional.empty();

  @Option(names = "--in-charset", paramLabel = "C", description = "charset of text")
  private Optional<String> charset = Optional.empty();

  @Override
  public Integer call() throws IOException {
    LayerSource source = new LayerSource("--in", in, layer, charset, crs);
    DissolveConfig config = DissolveConfig.check(source, by, out, Contracts.load());
    if (config.input().spec() == null) {
      try (SparkSession spark = options.session()) {
        new DissolveJob(spark, config, options.progress()).run();
      }
    } else {
      options.onFiles(spark -> new DissolveJob(spark, config, options.progress()).run());
    }
    return 0;
  }
}
