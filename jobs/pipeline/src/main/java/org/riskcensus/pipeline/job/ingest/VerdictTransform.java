package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
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

  private static final String PLACE = "struct<source_id: string, row_number: bigint>";

  private VerdictTransform() {}

  /**
   * Adds the column {@code verdict}, and the finding {@code duplicate_key} to duplicates.
   *
   * @param kept of {@link KeptKeys}
   */
  static Dataset<Row> apply(Dataset<Row> rows, Waivers waivers, Optional<Dataset<Row>> kept) {
    Column refused = exists(col("findings"), waivers::keepsOut);
    // the key first: sorting compares the beginning of the first column before anything else
    WindowSpec sameKey =
        Window.partitionBy(col("object_key"), col("dataset"), col("county_code"), col("refused"))
            .orderBy(col("source_id"), col("row_number"));
    Dataset<Row> beside =
        kept.map(keys -> rows.join(keys, KeptKeys.KEY, "left"))
            .orElseGet(() -> rows.withColumn(KeptKeys.KEPT, lit(null).cast(PLACE)));
    Column place = struct(col("source_id"), col("row_number"));
    return beside
        .withColumn("refused", refused)
        .withColumn("rank", row_number().over(sameKey))
        .withColumn("first", coalesce(col(KeptKeys.KEPT), first(place).over(sameKey)))
        .withColumn(
            "verdict",
            when(col("refused"), Verdict.QUARANTINED.code())
                .when(
                    col("rank").gt(1).or(col(KeptKeys.KEPT).isNotNull()), Verdict.DUPLICATE.code())
                .otherwise(ACCEPTED))
        .withColumn(
            "findings",
            when(
                    col("verdict").equalTo(Verdict.DUPLICATE.code()),
                    concat(col("findings"), array(duplicate())))
                .otherwise(col("findings")))
        .drop("refused", "rank", "first", KeptKeys.KEPT);
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
