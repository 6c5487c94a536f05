package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.storage.StorageLevel;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.pipeline.audit.Verdict;
import org.riskcensus.pipeline.audit.check.Found;

/**
 * Judges each row: quarantined when a finding is an error that no waiver lets in, duplicate when an
 * earlier row without error (in the order of source and row number) or one that stays in the lake
 * has its key, else accepted.
 */
final class VerdictTransform {

  static final String ACCEPTED = Verdict.ACCEPTED.code();

  private static final String REFUSED = "refused";
  private static final String FIRST = "first";
  private static final String[] ROW = {"source_id", "row_number"};

  /** Duplicates that are sent to every task, some ten megabytes. */
  private static final int MOST_SENT = 100_000;

  private static final String PLACE = "struct<source_id: string, row_number: bigint>";

  private VerdictTransform() {}

  /**
   * Rows that can be judged, kept where they were computed since they are read several times: with
   * the column {@value #REFUSED}, whether a finding keeps the row out.
   */
  static Dataset<Row> stored(Dataset<Row> rows, Waivers waivers) {
    // Not persist: the plans of the many checks would each hold, and optimise, all of it.
    return rows.withColumn(REFUSED, exists(col("findings"), waivers::keepsOut))
        .localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * Adds the column {@code verdict}, and the finding {@code duplicate_key} to duplicates. Looks for
   * these in the keys alone: rows with all their columns stay where they are, unless duplicates are
   * very many.
   *
   * @param stored of {@link #stored}
   * @param kept of {@link KeptKeys}
   */
  static Dataset<Row> apply(Dataset<Row> stored, Optional<Dataset<Row>> kept) {
    return apply(stored, kept, MOST_SENT);
  }

  /**
   * The same.
   *
   * @param mostSent number of duplicates above which they are not sent to every task
   */
  static Dataset<Row> apply(Dataset<Row> stored, Optional<Dataset<Row>> kept, int mostSent) {
    Dataset<Row> duplicates = duplicates(stored, kept);
    List<Row> some = duplicates.limit(mostSent + 1).collectAsList();
    if (some.isEmpty()) {
      return judged(stored.withColumn(FIRST, lit(null).cast(PLACE)));
    }
    if (some.size() <= mostSent) {
      Dataset<Row> sent = stored.sparkSession().createDataFrame(some, duplicates.schema());
      return judged(stored.join(broadcast(sent), ROW, "left"));
    }
    return judged(stored.join(duplicates, ROW, "left"))
        .localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
  }

  /** The rows without error that are not the first of their key: {@code source_id, row_number}. */
  private static Dataset<Row> duplicates(Dataset<Row> stored, Optional<Dataset<Row>> kept) {
    Dataset<Row> rows =
        stored
            .where(not(col(REFUSED)))
            .select("dataset", "county_code", "object_key", "source_id", "row_number");
    Dataset<Row> beside =
        kept.map(keys -> rows.join(keys, KeptKeys.KEY, "left"))
            .orElseGet(() -> rows.withColumn(KeptKeys.KEPT, lit(null).cast(PLACE)));
    // the key first: sorting compares the beginning of the first column before anything else
    WindowSpec sameKey =
        Window.partitionBy(col("object_key"), col("dataset"), col("county_code"))
            .orderBy(col("source_id"), col("row_number"));
    Column place = struct(col("source_id"), col("row_number"));
    return beside
        .withColumn("rank", row_number().over(sameKey))
        .withColumn(FIRST, coalesce(col(KeptKeys.KEPT), first(place).over(sameKey)))
        .where(col("rank").gt(1).or(col(KeptKeys.KEPT).isNotNull()))
        .select("source_id", "row_number", FIRST);
  }

  private static Dataset<Row> judged(Dataset<Row> rows) {
    Column duplicate = col(FIRST).isNotNull();
    return rows.withColumn(
            "verdict",
            when(col(REFUSED), Verdict.QUARANTINED.code())
                .when(duplicate, Verdict.DUPLICATE.code())
                .otherwise(ACCEPTED))
        .withColumn(
            "findings",
            when(duplicate, concat(col("findings"), array(duplicate()))).otherwise(col("findings")))
        .drop(REFUSED, FIRST);
  }

  private static Column duplicate() {
    return Found.finding(
        lit("duplicate_key"),
        lit(Severity.ERROR.name()),
        lit("object_id"),
        Found.value(col("object_key")),
        Found.phrase("first_in_row", col("first.row_number"), col("first.source_id")),
        lit(null));
  }
}
