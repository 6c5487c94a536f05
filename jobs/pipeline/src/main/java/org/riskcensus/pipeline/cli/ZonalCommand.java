package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.zonal.ZonalConfig;
import org.riskcensus.pipeline.job.zonal.ZonalJob;
import org.riskcensus.pipeline.job.zonal.ZonalRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code census zonal}: statistics of a raster over zones, or its values at points. */
@Command(
    name = "zonal",
    description = {
      "Statistics of the values of a raster over zones: count, no_value, sum, mean, min, max.",
      "Points take the value of the cell they lie in, lines the cells they cross. A zone without"
          + " any value has count 0 and nothing else."
    })
final class ZonalCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  private final LayerOptions zones = new LayerOptions("--zones");

  @Option(
      names = "--raster",
      required = true,
      paramLabel = "R",
      description = "GeoTIFF or .asc of one band")
  private String raster = "";

  @Option(
      names = "--method",
      paramLabel = "M",
      description =
          "cells whose centre lies in the zone (centre), or the part of each cell that the zone"
              + " covers as its weight (area); default: ${DEFAULT-VALUE}")
  private String method = "centre";

  @Option(
      names = "--by-class",
      description = "a row for each zone and value instead: class, count, share")
  private boolean byClass;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = ".gpkg .shp .geojson .parquet .fgb .csv .xlsx")
  private Path out = Path.of("");

  @Option(
      names = "--raster-crs",
      paramLabel = "EPSG:N",
      description = "reference system of the raster")
  private Optional<String> rasterCrs = Optional.empty();

  @Spec
  void layers(CommandSpec command) {
    zones.addTo(command, "file or table");
  }

  @Override
  public Integer call() throws IOException {
    ZonalRequest request =
        new ZonalRequest(zones.source(), raster, rasterCrs, method, byClass, out);
    ZonalConfig config = ZonalConfig.check(request, Contracts.load());
    options.inSession(
        config.zones().spec() == null,
        spark -> new ZonalJob(spark, config, options.progress()).run());
    return 0;
  }
}
