package org.riskcensus.pipeline.job.zonal;

import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.pipeline.layer.LayerOutput;
import org.riskcensus.pipeline.layer.LayerRows;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.spatial.SpatialSide;

/**
 * Reads zones, has their cells looked up in the raster, and writes them in the order of the file.
 */
public final class ZonalJob {

  private static final String STEP = "zonal";
  private static final int PARTS_A_TASK = 4;
  private static final String PLACE = "place";

  private final SparkSession spark;
  private final ZonalConfig config;
  private final Progress progress;

  /** Zonal statistics in a session. */
  public ZonalJob(SparkSession spark, ZonalConfig config, Progress progress) {
    this.spark = spark;
    this.config = config;
    this.progress = progress;
  }

  /** Writes the file; gives the number of its rows. */
  public long run() throws IOException {
    progress.begin(STEP, config.raster().path() + " over " + config.zones().name());
    config.crs().notes().forEach(progress::note);
    long start = System.nanoTime();
    LayerRows zones = LayerRows.left(spark, config.zones());
    Dataset<Row> rows = statistics(zones.rows(spark, config.zones().fields()));
    LayerOutput output = new LayerOutput(config.zones(), config.written());
    StructType schema = rows.schema();
    int fields = config.zones().fields().size();
    for (int i = SpatialSide.LEADING; i < schema.length(); i++) {
      int field = i - SpatialSide.LEADING;
      String name = field < fields ? config.zones().fields().get(field) : schema.apply(i).name();
      output.add(name, schema, i);
    }
    Column row = functions.col("row");
    List<Column> order = config.byClass() ? List.of(row, functions.col("class")) : List.of(row);
    long written = output.write(config.out(), rows, order, zones.account()::kinds, each -> {});
    progress.done(STEP, config.out().toString(), written, (System.nanoTime() - start) / 1e9);
    zones.account().notes(config.zones().name()).forEach(progress::note);
    return written;
  }

  /**
   * Zones of neighbouring stripes of the raster go to one task, stripe by stripe from west to east
   * there, so that a block of the raster is read for all of them, however zones are ordered in
   * their file.
   */
  private Dataset<Row> statistics(Dataset<Row> zones) throws IOException {
    ZoneRows.Task task =
        new ZoneRows.Task(
            config.raster(), config.crs().toLeft(), config.method(), config.byClass());
    MapPartitionsFunction<Row, Row> measure = rows -> new ZoneRows(task, rows);
    int parts = PARTS_A_TASK * spark.sparkContext().defaultParallelism();
    // as a column: a function to sort by would be called at each comparison
    Dataset<Row> placed = zones.withColumn(PLACE, ZonePlace.function(config, parts));
    Column part = placed.col(PLACE).getField(ZonePlace.PART);
    return placed
        .repartitionById(parts, functions.coalesce(part, functions.lit(0)))
        .sortWithinPartitions(PLACE)
        .drop(PLACE)
        .mapPartitions(measure, Encoders.row(ZoneRows.schema(zones.schema(), config.byClass())));
  }
}
