package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.zonal.ZonalConfig;
import org.riskcensus.pipeline.job.zonal.ZonalJob;
import org.riskcensus.pipeline.job.zonal.ZonalRequest;
import org.riskcensus.pipeline.layer.LayerSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Option(names = "--zones", required = true, paramLabel = "F", description = "file or table")
  private String zones = "";

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

  @Option(names = "--zones-layer", paramLabel = "L", description = "layer or sheet of the zones")
  private Optional<String> layer = Optional.empty();

  @Option(names = "--zones-crs", paramLabel = "EPSG:N", description = "reference system of zones")
  private Optional<String> crs = Optional.empty();

  @Option(names = "--zones-charset", paramLabel = "C", description = "charset of the zones' text")
  private Optional<String> charset = Optional.empty();

  @Option(
      names = "--raster-crs",
      paramLabel = "EPSG:N",
      description = "reference system of the raster")
  private Optional<String> rasterCrs = Optional.empty();

  @Override
  public Integer call() throws IOException {
    ZonalRequest request =
        new ZonalRequest(
            new LayerSource("--zones", zones, layer, charset, crs),
            raster,
            rasterCrs,
            method,
            byClass,
            out);
    ZonalConfig config = ZonalConfig.check(request, Contracts.load());
    if (config.zones().spec() == null) {
      try (SparkSession spark = options.session()) {
        new ZonalJob(spark, config, options.progress()).run();
      }
    } else {
      options.onFiles(spark -> new ZonalJob(spark, config, options.progress()).run());
    }
    return 0;
  }
}
