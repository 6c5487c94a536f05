package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.RuleScope;
import org.riskcensus.pipeline.contract.Rules;

/**
 * Figures of a unit against the sum over the units below it 上下级汇总一致. Where one of the units below
 * did not report the figure, no sum is known and nothing is said.
 */
final class LevelSumCheck implements AuditCheck {

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(rules.get("level_sum").datasets());
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("level_sum");
    List<Dataset<Row>> found = rule.scopes().stream().map(s -> find(rows, rule, s)).toList();
    return found.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private static Dataset<Row> find(JudgedRows rows, Rule rule, RuleScope scope) {
    Column figure = rows.number(scope.table(), scope.get("column"));
    Column parent = rows.text(scope.table(), "parent_code");
    Dataset<Row> units =
        rows.acceptedOf(scope.table())
            .select(Found.origin(figure.as("figure"), parent.as("parent")));
    Dataset<Row> below =
        units
            .where(col("parent").isNotNull())
            .groupBy(col("parent").as("admin_code"))
            .agg(round(sum("figure"), 6).as("below"), count_if(col("figure").isNull()).as("silent"))
            .where(col("silent").equalTo(0));
    Column apart = abs(col("figure").minus(col("below")));
    Dataset<Row> wrong =
        units
            .join(below, "admin_code")
            .where(apart.gt(col("below").multiply(scope.number("tolerance"))));
    return Found.of(
        wrong,
        rule,
        lit(scope.get("column")),
        Found.value(col("figure")),
        Found.value(col("below")));
  }
}
