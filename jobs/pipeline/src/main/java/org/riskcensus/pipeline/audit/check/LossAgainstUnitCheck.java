package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.RuleScope;
import org.riskcensus.pipeline.contract.Rules;

/**
 * W1 and W4: a loss figure against what its unit has, residents 常住人口 or production 生产总值, at most
 * {@code max_share} of it. Where the table of the unit has years, that of the loss is taken. Silent
 * where the unit's figure is not filed in the same ingest.
 */
final class LossAgainstUnitCheck implements AuditCheck {

  private final String id;

  /**
   * A check by rule.
   *
   * @param id of the rule
   */
  LossAgainstUnitCheck(String id) {
    this.id = id;
  }

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(rules.get(id).datasets());
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get(id);
    List<Dataset<Row>> found = rule.scopes().stream().map(s -> find(rows, rule, s)).toList();
    return found.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private static Dataset<Row> find(JudgedRows rows, Rule rule, RuleScope scope) {
    String table = scope.get("against");
    Dataset<Row> units =
        rows.acceptedOf(table)
            .groupBy(col("admin_code").as("unit"), year(rows, table, scope).as("unit_year"))
            .agg(max(rows.number(table, scope.get("limit"))).as("limit"));
    Column figure = rows.number(scope.table(), scope.get("column"));
    Dataset<Row> losses =
        rows.acceptedOf(scope.table())
            .select(
                Found.origin(
                    figure.as("figure"), year(rows, scope.table(), scope).as("loss_year")));
    double share = rule.threshold("max_share");
    Dataset<Row> wrong =
        losses
            .join(
                units,
                col("admin_code")
                    .equalTo(col("unit"))
                    .and(col("loss_year").equalTo(col("unit_year"))))
            .where(col("figure").gt(col("limit").multiply(share)));
    Column most =
        share == 1 ? col("limit") : concat(lit(Wording.limit(100 * share) + "% × "), col("limit"));
    return Found.of(
        wrong,
        rule,
        lit(scope.get("column")),
        Found.value(col("figure").cast("decimal(20,2)")),
        Found.value(concat(lit("≤ "), share == 1 ? col("limit").cast("long") : most)));
  }

  private static Column year(JudgedRows rows, String table, RuleScope scope) {
    return scope.find("year").map(column -> rows.number(table, column)).orElse(lit(0));
  }
}
