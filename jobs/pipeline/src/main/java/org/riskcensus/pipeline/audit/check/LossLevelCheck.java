package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.RuleScope;
import org.riskcensus.pipeline.contract.Rules;

/**
 * E12: where a unit and units directly below it report the same event (or year and kind), each
 * figure of the unit is the sum of theirs 上级等于下级之和. Of several reports of one unit the last counts.
 * Silent where one of the units below did not report the figure.
 *
 * <p>Which of the rows is wrong is not known, so none is kept out; the release is refused instead.
 */
final class LossLevelCheck implements AuditCheck {

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(rules.get("E12").datasets());
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("E12");
    return rule.scopes().stream()
        .map(scope -> find(rows, rule, scope))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static Dataset<Row> find(JudgedRows rows, Rule rule, RuleScope scope) {
    Dataset<Row> figures = figures(rows, scope);
    Dataset<Row> below =
        figures
            .groupBy(col("same"), above().as("admin_code"), col("field"))
            .agg(round(sum("figure"), 6).as("below"), count_if(col("figure").isNull()).as("silent"))
            .where(col("silent").equalTo(0));
    Dataset<Row> wrong =
        figures
            .join(below, new String[] {"same", "admin_code", "field"})
            .where(
                abs(col("figure").minus(col("below")))
                    .gt(rule.threshold("tolerance") * (1 + 1e-9)));
    return Found.of(
        wrong,
        rule,
        col("field"),
        Found.value(col("figure").cast("decimal(20,2)")),
        Found.value(concat(lit("= "), col("below").cast("decimal(20,2)"))));
  }

  /** A row a report that counts and figure: {@code same, field, figure}. */
  private static Dataset<Row> figures(JudgedRows rows, RuleScope scope) {
    Column[] all =
        scope.columns("columns").stream()
            .map(
                name ->
                    struct(lit(name).as("field"), rows.number(scope.table(), name).as("figure")))
            .toArray(Column[]::new);
    Column latest =
        row_number()
            .over(
                Window.partitionBy("same", "admin_code")
                    .orderBy(
                        col("surveyed").desc_nulls_last(),
                        col("source_id").desc(),
                        col("row_number").desc()));
    List<String> kept = List.of("same", "one");
    return rows.acceptedOf(scope.table())
        .select(
            Found.origin(
                rows.key(scope, "same").as("same"),
                rows.text(scope.table(), "survey_date").as("surveyed"),
                array(all).as("figures")))
        .withColumn("latest", latest)
        .where(col("latest").equalTo(1))
        .withColumn("one", explode(col("figures")))
        .select(Found.origin(kept.stream().map(c -> col(c)).toArray(Column[]::new)))
        .withColumn("field", col("one.field"))
        .withColumn("figure", col("one.figure"))
        .drop("one");
  }

  /** The code of the unit directly above, by the digits of the code. */
  private static Column above() {
    Column code = col("admin_code");
    return when(substring(code, 10, 3).notEqual("000"), concat(substring(code, 1, 9), lit("000")))
        .when(substring(code, 7, 3).notEqual("000"), concat(substring(code, 1, 6), lit("000000")))
        .when(substring(code, 5, 2).notEqual("00"), concat(substring(code, 1, 4), lit("00000000")))
        .otherwise(concat(substring(code, 1, 2), lit("0000000000")));
  }
}
