package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.Rules;

/**
 * Files whose coordinates seem to be GCJ-02 火星坐标. Evidence are the objects whose place in or out of
 * the unit they claim depends on the offset, two ways at once: those that lie in their unit only as
 * filed speak against it, those that do only when the offset is taken back speak for it. Were the
 * coordinates true, taking the offset back would move objects out of their units, so the first
 * would be the many. Rows outside their unit count, though they are quarantined: they are the
 * evidence.
 */
final class OffsetCheck implements AuditCheck {

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("gcj02_offset");
    Column against = col("against").cast("double");
    Column share = col("speaks").divide(col("speaks").plus(against));
    Dataset<Row> files =
        rows.all()
            .groupBy("dataset", "county_code", "source_id", "submission_id", "file")
            .agg(
                count_if(col("unit_fit").equalTo(UnitFit.ONLY_SHIFTED.name())).as("speaks"),
                count_if(col("unit_fit").equalTo(UnitFit.ONLY_AS_FILED.name())).as("against"))
            .where(col("speaks").plus(col("against")).geq(rule.threshold("min_objects")))
            .where(share.geq(rule.threshold("min_share")))
            .withColumn("row_number", lit(null).cast("long"))
            .withColumn("object_id", lit(null).cast("string"))
            .withColumn("admin_code", lit(null).cast("string"));
    return Found.of(
        files,
        rule,
        lit("geometry"),
        Found.phrase(
            "objects_for_and_against",
            col("speaks"),
            col("against"),
            format_string("%.0f", share.multiply(100))),
        Found.value(lit("CGCS2000")),
        Found.phrase("file_again_in_cgcs2000"));
  }
}
