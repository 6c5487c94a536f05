package org.riskcensus.pipeline.job.expectedloss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;

/**
 * The assets as typed rows: {@code row_number, object_id, curve, value, geometry} (WKB in the
 * grids' system and, as {@code filed}, in their own), {@code shape} (type of geometry), {@code
 * block_row, block_column} (place on the first grid), and {@code problem}. The file is one task
 * that streams; nothing of it is kept.
 */
final class AssetRows {

  static final StructType SCHEMA =
      StructType.fromDDL(
          "row_number BIGINT NOT NULL, object_id STRING, curve STRING, value DOUBLE,"
              + " filed BINARY, geometry BINARY, shape STRING, block_row INT, block_column INT,"
              + " problem STRING");

  private AssetRows() {}

  static Dataset<Row> read(SparkSession spark, LossTask task) {
    return spark.createDataFrame(
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(List.of(task), 1)
            .flatMap(FileRows::new),
        SCHEMA);
  }

  /** The rows of the file; closes it after the last. */
  private static final class FileRows implements Iterator<Row> {

    private final String file;
    private final RowReader reader;
    private final AssetConformer conformer;
    private boolean open = true;

    FileRows(LossTask task) throws IOException {
      this.file = task.assets().path();
      this.reader = RowReaders.open(task.assets());
      this.conformer = new AssetConformer(task);
    }

    @Override
    public boolean hasNext() {
      if (open && !reader.hasNext()) {
        open = false;
        try {
          reader.close();
        } catch (IOException e) {
          throw new UncheckedIOException(file + ": closing", e);
        }
      }
      return open;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException(file);
      }
      return conformer.conform(reader.next());
    }
  }
}
