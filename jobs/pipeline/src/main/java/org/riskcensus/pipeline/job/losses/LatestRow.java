package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Tells, among rows of one key, the one that counts; the order given must leave no ties. */
final class LatestRow {
  /** Whether the row is the first of its key in the order given. */
  static final String LATEST = "latest";

  private LatestRow() {}

  /** All rows, with {@link #LATEST} beside them. */
  static Dataset<Row> mark(Dataset<Row> rows, List<String> key, Column... order) {
    Column[] keys = key.stream().map(name -> col(name)).toArray(Column[]::new);
    Column rank = row_number().over(Window.partitionBy(keys).orderBy(order));
    return rows.withColumn(LATEST, rank.equalTo(1));
  }

  /** The first row of each key alone. */
  static Dataset<Row> of(Dataset<Row> rows, List<String> key, Column... order) {
    return mark(rows, key, order).where(col(LATEST)).drop(LATEST);
  }
}
