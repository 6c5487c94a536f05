package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.array_join;
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

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.pipeline.audit.check.Found;
import org.riskcensus.pipeline.config.Waiver;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.FindingWords;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.Rules;

/** What was found wrong to rows of {@code ops.finding}, worded in Chinese and English. */
final class FindingTransform {

  private static final int ID_HEX = 16;
  private static final StructType WORDS =
      StructType.fromDDL(
          "observed STRING, expected STRING, proposal STRING, proposal_en STRING,"
              + " message_zh STRING, message_en STRING");

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
            array_join(col("found.observed.values"), " "));
    Dataset<Row> worded =
        found.withColumn(
            "words", udf(words(rules, contracts), WORDS).apply(col("found"), col("dataset")));
    return worded.select(
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
        col("words.observed"),
        col("words.expected"),
        col("words.proposal"),
        col("words.proposal_en"),
        col("words.message_zh"),
        col("words.message_en"),
        waivers.said(Waiver::author).as("waived_by"),
        waivers.said(Waiver::reason).as("waiver_reason"),
        waivers.said(w -> w.expires().toString()).cast("date").as("waived_until"));
  }

  private static UDF2<Row, String, Row> words(Rules rules, Contracts contracts) {
    FindingWords zh = FindingWords.of(rules, contracts, Language.ZH);
    FindingWords en = FindingWords.of(rules, contracts, Language.EN);
    return (row, dataset) -> {
      Finding found = Found.finding(row);
      return RowFactory.create(
          zh.say(found.observed(), dataset),
          zh.say(found.expected(), dataset),
          zh.find(found.proposal(), dataset),
          en.find(found.proposal(), dataset),
          zh.message(found, dataset),
          en.message(found, dataset));
    };
  }
}
