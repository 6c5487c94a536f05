package org.riskcensus.pipeline.job.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.formats.read.RasterPixels;
import org.riskcensus.pipeline.config.SourceDescription;

/**
 * The files that an ingest has to account for, whatever came out of them, and of rasters how many
 * pixels they have: those are counted in the files once more.
 */
final class AccountedSources {

  private static final StructType TYPE =
      StructType.fromDDL(
          "county_code STRING, dataset STRING, source_id STRING, file STRING, pixels BIGINT,"
              + " pixels_empty BIGINT");

  private AccountedSources() {}

  /** A row a file. */
  static Dataset<Row> of(SparkSession spark, List<Submission> submissions) {
    return spark.createDataFrame(
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(submissions)
            .map(submission -> row(submission.source())),
        TYPE);
  }

  private static Row row(SourceDescription source) throws IOException {
    Optional<RasterPixels> pixels = RasterPixels.find(source.spec());
    return RowFactory.create(
        source.county(),
        source.dataset(),
        source.id(),
        source.file(),
        pixels.map(RasterPixels::all).orElse(null),
        pixels.map(RasterPixels::empty).orElse(null));
  }
}
