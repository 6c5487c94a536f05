package org.riskcensus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.zonal.ZonalConfig;
import org.riskcensus.pipeline.job.zonal.ZonalJob;
import org.riskcensus.pipeline.job.zonal.ZonalRequest;
import org.riskcensus.pipeline.layer.LayerSource;
import org.riskcensus.pipeline.progress.Progress;

/**
 * Statistics of {@code left.tif} over the polygons of {@code right.csv}, as {@code census zonal}.
 */
final class ZonalBench {

  private ZonalBench() {}

  /** Zones with a value, cells in them, sum of the values, and sum of the means. */
  static Row run(SparkSession spark, Path directory) {
    Path out = directory.resolve("zonal.csv");
    LayerSource zones =
        new LayerSource(
            "--zones",
            directory.resolve("right.csv").toString(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("EPSG:4326"));
    ZonalRequest request =
        new ZonalRequest(
            zones,
            directory.resolve("left.tif").toString(),
            Optional.empty(),
            "centre",
            false,
            out);
    try {
      new ZonalJob(spark, ZonalConfig.check(request, Contracts.load()), Progress.SILENT).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return spark
        .read()
        .option("header", "true")
        .csv(out.toString())
        .selectExpr(
            "count(mean)",
            "cast(sum(cast(count as double)) as bigint)",
            "cast(sum(cast(sum as double)) as bigint)",
            "sum(cast(mean as double))")
        .first();
  }
}
