package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows kept out of staging, whole as filed, with the rules that kept them out. */
final class QuarantineTransform {

  private QuarantineTransform() {}

  /** Judged rows to rows of {@code ops.quarantine}. */
  static Dataset<Row> apply(Dataset<Row> judged, Waivers waivers) {
    Column errors = filter(col("findings"), waivers::keepsOut);
    Column rules = array_distinct(transform(errors, f -> f.getField("rule")));
    return judged
        .where(col("verdict").notEqual(VerdictTransform.ACCEPTED))
        .select(
            col("county_code"),
            col("dataset"),
            col("source_id"),
            col("submission_id"),
            col("file"),
            col("row_number"),
            array_join(rules, ",").as("reason"),
            col("attributes"),
            col("filed_geometry").as("geometry"));
  }
}
