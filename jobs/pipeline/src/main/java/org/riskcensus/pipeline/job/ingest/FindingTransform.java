package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Rules;

/** Judged rows to one row of {@code ops.finding} for each thing found wrong. */
final class FindingTransform {

  private static final int ID_HEX = 16;

  private FindingTransform() {}

  /** Explodes the findings and words them in Chinese and English. */
  static Dataset<Row> apply(Dataset<Row> judged, Rules rules, Contracts contracts) {
    Dataset<Row> found = judged.withColumn("found", explode(col("findings")));
    Column rule = col("found.rule");
    Column identity =
        concat_ws(
            "\n",
            col("source_id"),
            col("submission_id"),
            col("row_number"),
            rule,
            col("found.field"),
            col("found.observed"));
    return found.select(
        substring(sha2(identity, 256), 1, ID_HEX).as("finding_id"),
        col("county_code"),
        rule.as("rule"),
        lower(col("found.severity")).as("severity"),
        col("dataset"),
        col("source_id"),
        col("submission_id"),
        col("file"),
        col("row_number"),
        col("object_id"),
        col("admin_code"),
        col("found.field").as("field"),
        col("found.observed").as("observed"),
        col("found.expected").as("expected"),
        col("found.proposal").as("proposal"),
        message(rules, contracts, true).as("message_zh"),
        message(rules, contracts, false).as("message_en"));
  }

  private static Column message(Rules rules, Contracts contracts, boolean chinese) {
    UDF2<Row, String, String> word =
        (row, dataset) -> {
          Finding found = finding(row);
          if (!chinese) {
            return rules.get(found.rule()).messageEn(found);
          }
          String label =
              contracts
                  .get("staging." + dataset)
                  .find(found.field())
                  .map(ColumnContract::label)
                  .orElse(found.field());
          return rules.get(found.rule()).messageZh(found, label);
        };
    return udf(word, DataTypes.StringType).apply(col("found"), col("dataset"));
  }

  private static Finding finding(Row row) {
    return new Finding(
        row.getAs("rule"),
        Severity.valueOf(row.getAs("severity")),
        row.getAs("field"),
        row.getAs("observed"),
        row.getAs("expected"),
        row.getAs("proposal"));
  }
}
