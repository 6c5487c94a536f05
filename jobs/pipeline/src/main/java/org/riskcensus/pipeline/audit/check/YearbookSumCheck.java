package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.RuleScope;
import org.riskcensus.pipeline.contract.Rules;

/**
 * Sums of a county against the newest year of its yearbook that is not after the census year
 * 与统计年鉴一致. Rows of the county as a whole and of its parts in one table are not told apart, so a
 * table that holds both shows here as twice too much, which it is.
 */
final class YearbookSumCheck implements AuditCheck {

  private static final String YEARBOOK = "statistics_yearbook";

  private final int censusYear;

  YearbookSumCheck(int censusYear) {
    this.censusYear = censusYear;
  }

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(YEARBOOK);
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("yearbook_sum");
    List<Dataset<Row>> found = rule.scopes().stream().map(s -> find(rows, rule, s)).toList();
    return found.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private Dataset<Row> find(JudgedRows rows, Rule rule, RuleScope scope) {
    Column year = rows.number(YEARBOOK, "year");
    Column official = rows.number(YEARBOOK, scope.get("yearbook"));
    Dataset<Row> yearbook =
        rows.acceptedOf(YEARBOOK)
            .where(year.leq(censusYear))
            .groupBy("county_code")
            .agg(max_by(official, year).as("official"), max(year).cast("int").as("year"));
    Dataset<Row> sums =
        rows.acceptedOf(scope.table())
            .groupBy("dataset", "county_code")
            .agg(
                round(sum(rows.number(scope.table(), scope.get("column"))), 2).as("total"),
                origin("source_id"),
                origin("submission_id"),
                origin("file"))
            .join(yearbook, "county_code");
    Column apart = abs(col("total").minus(col("official")));
    Dataset<Row> wrong =
        sums.where(apart.gt(col("official").multiply(scope.number("tolerance"))))
            .withColumn("row_number", lit(null).cast("long"))
            .withColumn("object_id", lit(null).cast("string"))
            .withColumn("admin_code", concat(col("county_code"), lit("000000")));
    Column expected = Found.value(concat(col("official"), lit(" ("), col("year"), lit(")")));
    return Found.of(wrong, rule, lit(scope.get("column")), Found.value(col("total")), expected);
  }

  /** Where the rows come from, when it is one source; null when they are of several. */
  private static Column origin(String column) {
    Column least = min(column);
    return when(least.equalTo(max(column)), least).as(column);
  }
}
