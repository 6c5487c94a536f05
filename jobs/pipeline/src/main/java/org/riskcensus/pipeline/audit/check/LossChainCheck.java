package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.Rules;

/**
 * W9: deaths do not fall from one report of an event to the next without a reason 订正原因. Reports of
 * a unit follow as initial, follow-up and final, those of one type by day of survey; reports that
 * did not tell deaths are passed over.
 */
final class LossChainCheck implements AuditCheck {

  private static final String EVENT = "loss_event";

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(EVENT);
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("W9");
    Column type = rows.text(EVENT, "report_type");
    Column rank = when(type.equalTo("initial"), 0).when(type.equalTo("followup"), 1).otherwise(2);
    WindowSpec earlier =
        Window.partitionBy("event", "admin_code")
            .orderBy(col("rank"), col("surveyed"), col("source_id"), col("row_number"))
            .rowsBetween(Window.unboundedPreceding(), -1);
    Dataset<Row> chain =
        rows.acceptedOf(EVENT)
            .select(
                Found.origin(
                    rows.text(EVENT, "event_id").as("event"),
                    rank.as("rank"),
                    rows.text(EVENT, "survey_date").as("surveyed"),
                    rows.number(EVENT, "deaths").as("deaths"),
                    trim(coalesce(rows.text(EVENT, "revision_reason"), lit(""))).as("reason")))
            .withColumn("before", last(col("deaths"), true).over(earlier));
    Dataset<Row> wrong =
        chain.where(col("deaths").lt(col("before")).and(col("reason").equalTo("")));
    return Found.of(
        wrong,
        rule,
        lit("deaths"),
        Found.value(col("deaths").cast("long")),
        Found.value(concat(lit("≥ "), col("before").cast("long"))));
  }
}
