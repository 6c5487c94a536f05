package org.riskcensus.pipeline.job.dissolve;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.riskcensus.pipeline.layer.GeometryKinds;
import org.riskcensus.pipeline.layer.LayerOutput;
import org.riskcensus.pipeline.layer.LayerRows;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.spatial.SpatialSide;

/** Reads a layer, unites its areas by class and writes them in the order the classes are met. */
public final class DissolveJob {

  private static final String STEP = "dissolve";

  private final SparkSession spark;
  private final DissolveConfig config;
  private final Progress progress;

  /** A dissolve in a session. */
  public DissolveJob(SparkSession spark, DissolveConfig config, Progress progress) {
    this.spark = spark;
    this.config = config;
    this.progress = progress;
  }

  /** Writes the file; gives the number of classes. */
  public long run() throws IOException {
    progress.begin(STEP, config.input().name() + " by " + config.by());
    config.crs().notes().forEach(progress::note);
    long start = System.nanoTime();
    LayerRows layer = LayerRows.left(spark, config.input());
    Dataset<Row> areas = layer.rows(spark, List.of(config.by()));
    LongAccumulator leftOut = spark.sparkContext().longAccumulator("rows that are no areas");
    Dataset<Row> classes = new DissolveTransform(config.crs().surface(), leftOut).apply(areas);
    StructType schema = classes.schema();
    LayerOutput output = new LayerOutput(config.input(), config.crs().crs());
    for (int i = SpatialSide.LEADING; i < schema.length(); i++) {
      output.add(i == SpatialSide.LEADING ? config.by() : schema.apply(i).name(), schema, i);
    }
    int kinds = GeometryKinds.bit("Polygon") | GeometryKinds.bit("MultiPolygon");
    long written =
        output.write(config.out(), classes, List.of(functions.col("row")), () -> kinds, row -> {});
    progress.done(STEP, config.out().toString(), written, (System.nanoTime() - start) / 1e9);
    layer.account().notes(config.input().name()).forEach(progress::note);
    if (leftOut.value() > 0) {
      progress.note(config.input().name() + ": rows without an area are left out");
    }
    return written;
  }
}
