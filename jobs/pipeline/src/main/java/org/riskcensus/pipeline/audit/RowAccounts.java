package org.riskcensus.pipeline.audit;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Row accounts 数据行核算: for every file and every table, {@code rows_read = rows_accepted +
 * rows_quarantined + rows_duplicate}. What a file has is counted in {@code raw.filed_row} and in
 * the verdicts on its rows; what a table accepted is counted in the files that its commit added,
 * not where the pipeline meant to put rows, so that a lost or doubled row shows. Of a raster,
 * {@code pixels = rows_read + pixels_empty} as well.
 */
public final class RowAccounts {

  private RowAccounts() {}

  /**
   * The accounts of files, also of those without a row.
   *
   * @param sources {@code county_code, dataset, source_id, file, pixels, pixels_empty}, the last
   *     two null where the file is no raster
   * @param read rows of {@code raw.filed_row}
   * @param judged the same rows: {@code source_id, verdict}
   */
  public static Dataset<Row> ofFiles(Dataset<Row> sources, Dataset<Row> read, Dataset<Row> judged) {
    Dataset<Row> readCounts = read.groupBy("source_id").agg(count(lit(1)).as("rows_read"));
    Dataset<Row> verdicts =
        judged
            .groupBy("source_id")
            .agg(
                counted(Verdict.ACCEPTED).as("rows_accepted"),
                counted(Verdict.QUARANTINED).as("rows_quarantined"),
                counted(Verdict.DUPLICATE).as("rows_duplicate"));
    return balanced(
        sources
            .join(readCounts, usingSource(), "left")
            .join(verdicts, usingSource(), "left")
            .withColumn("scope", lit("file")));
  }

  private static Column counted(Verdict verdict) {
    return sum(when(col("verdict").equalTo(verdict.code()), 1L).otherwise(0L));
  }

  /**
   * The accounts of tables: the sums of their files, and what was written.
   *
   * @param files accounts of files
   * @param written {@code county_code, dataset, rows_accepted}, as the commits say
   */
  public static Dataset<Row> ofTables(Dataset<Row> files, Dataset<Row> written) {
    return balanced(
        files
            .groupBy("county_code", "dataset")
            .agg(
                sum("rows_read").as("rows_read"),
                sum("rows_quarantined").as("rows_quarantined"),
                sum("rows_duplicate").as("rows_duplicate"))
            .join(written, new String[] {"county_code", "dataset"}, "left")
            .withColumn("scope", lit("table"))
            .withColumn("source_id", lit(null).cast("string"))
            .withColumn("file", lit(null).cast("string"))
            .withColumn("pixels", lit(null).cast("bigint"))
            .withColumn("pixels_empty", lit(null).cast("bigint")));
  }

  private static String[] usingSource() {
    return new String[] {"source_id"};
  }

  private static Dataset<Row> balanced(Dataset<Row> accounts) {
    Dataset<Row> filled = accounts;
    for (String term :
        List.of("rows_read", "rows_accepted", "rows_quarantined", "rows_duplicate")) {
      filled = filled.withColumn(term, coalesce(col(term), lit(0L)));
    }
    Column rows = col("rows_accepted").plus(col("rows_quarantined")).plus(col("rows_duplicate"));
    Column withValue = col("pixels").minus(col("pixels_empty"));
    return filled.withColumn(
        "balanced",
        col("rows_read")
            .equalTo(rows)
            .and(coalesce(col("rows_read").equalTo(withValue), lit(true))));
  }
}
