package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.udf;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.contract.TableContract;

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
        messageZh(rules, contracts).as("message_zh"),
        messageEn(rules).as("message_en"));
  }

  private static Column messageZh(Rules rules, Contracts contracts) {
    Map<String, String> labels = labels(contracts);
    UDF2<Row, String, String> word =
        (row, dataset) -> {
          Finding found = finding(row);
          String label = labels.getOrDefault(dataset + "." + found.field(), found.field());
          return rules.get(found.rule()).messageZh(found, label);
        };
    return udf(word, DataTypes.StringType).apply(col("found"), col("dataset"));
  }

  private static Column messageEn(Rules rules) {
    UDF1<Row, String> word =
        row -> {
          Finding found = finding(row);
          return rules.get(found.rule()).messageEn(found);
        };
    return udf(word, DataTypes.StringType).apply(col("found"));
  }

  /** The Chinese names of columns by {@code dataset.column}; the contracts whole are too heavy. */
  private static Map<String, String> labels(Contracts contracts) {
    Map<String, String> labels = new HashMap<>();
    for (TableContract table : contracts.list("staging")) {
      String dataset = table.name().substring("staging.".length());
      for (ColumnContract column : table.columns()) {
        labels.put(dataset + "." + column.name(), column.label());
      }
    }
    return labels;
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
