package org.riskcensus.pipeline.job.expectedloss;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Assets to losses. Assets near each other are computed together, so that each part of a grid is
 * decoded once, and come out in the order of their file again.
 */
final class ExpectedLossTransform {

  private final SparkSession spark;
  private final LossTask task;
  private final int partitions;

  ExpectedLossTransform(SparkSession spark, LossTask task) {
    this.spark = spark;
    this.task = task;
    this.partitions = 4 * spark.sparkContext().defaultParallelism();
  }

  /** The assets, neighbours in one partition and beside each other. */
  Dataset<Row> placed(Dataset<Row> assets) {
    return assets
        .repartition(partitions, col("block_row"))
        .sortWithinPartitions("block_row", "block_column", "row_number");
  }

  /** What cannot be computed with, by row: {@code row_number, problem}. */
  Dataset<Row> problems(Dataset<Row> assets) {
    return assets.where("problem IS NOT NULL").select("row_number", "problem");
  }

  /** Identifiers of more than one row: {@code row_number} of the first, {@code object_id, rows}. */
  Dataset<Row> duplicates(Dataset<Row> assets) {
    return assets
        .where("problem IS NULL")
        .groupBy("object_id")
        .agg(count(lit(1)).as("rows"), min("row_number").as("row_number"))
        .where("rows > 1")
        .select("row_number", "object_id", "rows");
  }

  /** The losses in the columns of {@link LossRows}, in the order of the file. */
  Dataset<Row> losses(Dataset<Row> placed, long lastRow) {
    LossTask each = task;
    Dataset<Row> losses =
        spark.createDataFrame(
            placed.toJavaRDD().mapPartitions(rows -> new LossRows(each, rows)), LossRows.SCHEMA);
    return losses
        .repartitionById(
            partitions,
            col("row_number")
                .minus(lit(1L))
                .multiply(lit((long) partitions))
                .divide(lit(Math.max(1, lastRow)))
                .cast("int"))
        .sortWithinPartitions("row_number");
  }
}
