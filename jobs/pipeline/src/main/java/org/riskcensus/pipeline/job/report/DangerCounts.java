package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many hidden dangers there are, by kind and state: counted where they are, however many.
 *
 * @param rows one a kind and state
 */
record DangerCounts(List<Row> rows) {

  static DangerCounts of(Dataset<Row> dangers) {
    return new DangerCounts(
        dangers
            .groupBy("kind", "status")
            .agg(
                count(lit(1)).as("n"),
                count_if(col("overdue")).as("overdue"),
                count_if(col("flaw").isNotNull()).as("flawed"),
                count(col("supervised")).as("supervision_filed"),
                count_if(col("supervised")).as("supervised"))
            .orderBy("kind", "status")
            .collectAsList());
  }

  DangerCounts ofKind(String kind) {
    return with("kind", kind);
  }

  DangerCounts inState(String status) {
    return with("status", status);
  }

  private DangerCounts with(String column, String code) {
    return new DangerCounts(rows.stream().filter(row -> row.getAs(column).equals(code)).toList());
  }

  long all() {
    return sum("n");
  }

  long overdue() {
    return sum("overdue");
  }

  long flawed() {
    return sum("flawed");
  }

  /** Those under public notice; empty where nobody filed whether they are. */
  OptionalLong supervised() {
    return sum("supervision_filed") == 0
        ? OptionalLong.empty()
        : OptionalLong.of(sum("supervised"));
  }

  private long sum(String column) {
    return rows.stream().mapToLong(row -> row.<Long>getAs(column)).sum();
  }
}
