package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.RuleScope;
import org.riskcensus.pipeline.contract.Rules;

/**
 * Rows whose figures equal those of other rows in every column that matters 疑似复制填报. The first of
 * them stands; each of the others is reported. Rows in which one of the figures is missing or zero
 * are left alone.
 */
final class CopiedRowCheck implements AuditCheck {

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(rules.get("copied_row").datasets());
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("copied_row");
    Dataset<Row> keyed =
        rows.acceptedOf(rule)
            .withColumn("same", JudgedRows.byDataset(rule, scope -> key(rows, scope)))
            .where(col("same").isNotNull())
            .withColumn(
                "min_rows",
                JudgedRows.byDataset(rule, scope -> lit((long) scope.number("min_rows"))))
            .select(Found.origin(col("same"), col("min_rows")));
    WindowSpec group = Window.partitionBy("dataset", "county_code", "same");
    WindowSpec ordered = group.orderBy("source_id", "row_number");
    Dataset<Row> copies =
        keyed
            .withColumn("rows", count(lit(1)).over(group))
            .withColumn("rank", row_number().over(ordered))
            .withColumn("first_source", first("source_id").over(ordered))
            .withColumn("first_row", first("row_number").over(ordered))
            .where(col("rows").geq(col("min_rows")).and(col("rank").gt(1)));
    Column observed =
        Found.phrase("equal_rows", col("first_source"), col("first_row"), col("rows"), col("same"));
    return Found.of(copies, rule, lit(""), observed, Found.value(lit("1")));
  }

  /** The figures as one text; null where one of them is missing or zero. */
  private static Column key(JudgedRows rows, RuleScope scope) {
    Column key = rows.key(scope, "same");
    Column something = lit(true);
    for (String column : scope.columns("same")) {
      Column text = rows.text(scope.table(), column);
      something =
          something
              .and(text.isNotNull())
              .and(text.try_cast("double").notEqual(0).or(text.try_cast("double").isNull()));
    }
    return when(something, key);
  }
}
