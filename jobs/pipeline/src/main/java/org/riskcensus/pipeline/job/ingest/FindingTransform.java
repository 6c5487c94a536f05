package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.udf;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.pipeline.audit.check.Found;
import org.riskcensus.pipeline.config.Waiver;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.contract.TableContract;

/** What was found wrong to rows of {@code ops.finding}, worded in Chinese and English. */
final class FindingTransform {

  private static final int ID_HEX = 16;

  private FindingTransform() {}

  /** The findings that judged rows carry, one a row, as {@link Found} shapes them. */
  static Dataset<Row> found(Dataset<Row> judged) {
    return judged
        .withColumn("found", explode(col("findings")))
        .select(
            Stream.concat(Stream.of(Found.columns()), Stream.of(col("found")))
                .toArray(Column[]::new));
  }

  /**
   * Words findings in Chinese and English.
   *
   * @param found rows as {@link Found} shapes them
   */
  static Dataset<Row> apply(Dataset<Row> found, Rules rules, Contracts contracts, Waivers waivers) {
    Column rule = col("found.rule");
    Column identity =
        concat_ws(
            "\n",
            coalesce(col("source_id"), concat(col("county_code"), lit(" "), col("dataset"))),
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
        messageEn(rules).as("message_en"),
        waivers.said(Waiver::author).as("waived_by"),
        waivers.said(Waiver::reason).as("waiver_reason"),
        waivers.said(w -> w.expires().toString()).cast("date").as("waived_until"));
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
