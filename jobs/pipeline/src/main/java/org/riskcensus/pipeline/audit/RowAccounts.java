package org.riskcensus.pipeline.audit;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Row accounts 数据行核算: for every file and every table, {@code rows_read = rows_accepted +
 * rows_quarantined + rows_duplicate}. Each term is counted where it ended up — raw, staging and
 * quarantine tables —, not where the pipeline meant to put it, so that a lost or doubled row shows.
 */
public final class RowAccounts {

  private static final Column[] SOURCE = {
    col("county_code"), col("dataset"), col("source_id"), col("file")
  };

  private RowAccounts() {}

  /**
   * The accounts of files.
   *
   * @param read rows of {@code raw.filed_row}
   * @param accepted rows of the staging tables: {@code source_id}
   * @param quarantined rows of {@code ops.quarantine}: {@code source_id, reason}
   */
  public static Dataset<Row> ofFiles(
      Dataset<Row> read, Dataset<Row> accepted, Dataset<Row> quarantined) {
    Dataset<Row> readCounts = read.groupBy(SOURCE).agg(count(lit(1)).as("rows_read"));
    Dataset<Row> acceptedCounts =
        accepted.groupBy("source_id").agg(count(lit(1)).as("rows_accepted"));
    Column duplicate = col("reason").equalTo("duplicate_key");
    Dataset<Row> quarantineCounts =
        quarantined
            .groupBy("source_id")
            .agg(
                sum(when(duplicate, 0L).otherwise(1L)).as("rows_quarantined"),
                sum(when(duplicate, 1L).otherwise(0L)).as("rows_duplicate"));
    Dataset<Row> joined =
        readCounts
            .join(acceptedCounts, usingSource(), "left")
            .join(quarantineCounts, usingSource(), "left");
    return balanced(joined.withColumn("scope", lit("file")));
  }

  /** The accounts of tables: the sums of the accounts of their files. */
  public static Dataset<Row> ofTables(Dataset<Row> files) {
    return balanced(
        files
            .groupBy("county_code", "dataset")
            .agg(
                sum("rows_read").as("rows_read"),
                sum("rows_accepted").as("rows_accepted"),
                sum("rows_quarantined").as("rows_quarantined"),
                sum("rows_duplicate").as("rows_duplicate"))
            .withColumn("scope", lit("table"))
            .withColumn("source_id", lit(null).cast("string"))
            .withColumn("file", lit(null).cast("string")));
  }

  /**
   * Refuses accounts that do not balance, and a share of quarantined rows above the limit.
   *
   * @param accounts one row a table or file: bounded by the number of files
   * @param maxQuarantinedShare 0 to 1, over all rows
   */
  public static void refuse(List<Row> accounts, double maxQuarantinedShare) {
    List<String> reasons = new ArrayList<>();
    long read = 0;
    long quarantined = 0;
    for (Row account : accounts) {
      if (!account.<Boolean>getAs("balanced")) {
        reasons.add("row account does not balance: " + account.json());
      }
      if (account.getAs("scope").equals("file")) {
        read += account.<Long>getAs("rows_read");
        quarantined += account.<Long>getAs("rows_quarantined");
      }
    }
    if (quarantined > maxQuarantinedShare * read) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d rows are in quarantine, more than the limit of %.2f%%; see ops.quarantine"
                  + " and ops.finding",
              quarantined,
              read,
              100 * maxQuarantinedShare));
    }
    if (!reasons.isEmpty()) {
      throw new QualityRefusedException(reasons);
    }
  }

  private static String[] usingSource() {
    return new String[] {"source_id"};
  }

  private static Dataset<Row> balanced(Dataset<Row> accounts) {
    Dataset<Row> filled = accounts;
    for (String term : List.of("rows_accepted", "rows_quarantined", "rows_duplicate")) {
      filled = filled.withColumn(term, coalesce(col(term), lit(0L)));
    }
    return filled.withColumn(
        "balanced",
        col("rows_read")
            .equalTo(
                col("rows_accepted").plus(col("rows_quarantined")).plus(col("rows_duplicate"))));
  }
}
