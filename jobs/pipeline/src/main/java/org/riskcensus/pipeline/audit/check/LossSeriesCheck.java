package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.RuleScope;
import org.riskcensus.pipeline.contract.Rules;

/**
 * W5: the annual figure of the census year against that of the year before and against the series
 * of earlier years, by unit and kind. Earlier years were audited when they were filed. The series
 * is judged by the modified z-score {@code 0.6745 (ln x − median) / MAD} of logarithms, since
 * losses are skewed.
 */
final class LossSeriesCheck implements AuditCheck {

  /** Makes the median deviation comparable to a standard deviation (Iglewicz and Hoaglin). */
  private static final double CONSISTENT = 0.6745;

  private final int censusYear;

  LossSeriesCheck(int censusYear) {
    this.censusYear = censusYear;
  }

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(rules.get("W5").datasets());
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("W5");
    return rule.scopes().stream()
        .map(scope -> find(rows, rule, scope))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private Dataset<Row> find(JudgedRows rows, Rule rule, RuleScope scope) {
    Dataset<Row> series =
        rows.acceptedOf(scope.table())
            .select(
                Found.origin(
                    rows.key(scope, "same").as("series"),
                    rows.number(scope.table(), scope.get("year")).as("year"),
                    rows.number(scope.table(), scope.get("column")).as("figure")))
            .where(col("figure").isNotNull());
    Dataset<Row> earlier =
        series.where(col("year").lt(censusYear)).select("series", "year", "figure");
    Dataset<Row> before =
        earlier
            .where(col("year").equalTo(censusYear - 1))
            .groupBy("series")
            .agg(max("figure").as("before"));
    Column larger = greatest(col("figure"), col("before"));
    Column ratio = larger.divide(least(col("figure"), col("before")));
    Column jump =
        larger.geq(rule.threshold("least_value")).and(ratio.gt(rule.threshold("max_ratio")));
    Column outlier =
        col("figure")
            .geq(rule.threshold("least_value"))
            .and(col("n").geq(rule.threshold("min_years")))
            .and(abs(col("z")).gt(rule.threshold("max_robust_z")));
    Dataset<Row> wrong =
        series
            .where(col("year").equalTo(censusYear))
            .join(before, new String[] {"series"}, "left")
            .join(spread(earlier), new String[] {"series"}, "left")
            .withColumn(
                "z",
                log(col("figure")).minus(col("middle")).multiply(CONSISTENT).divide(col("mad")))
            .withColumn("jumps", jump)
            .where(col("jumps").or(outlier));
    Column expected =
        when(
                col("jumps"),
                Found.phrase(
                    "times_of_year_before",
                    format_string("%.2f", col("before")),
                    lit(Wording.limit(rule.threshold("max_ratio")))))
            .otherwise(
                Found.phrase(
                    "robust_score_of_series",
                    lit(Wording.limit(rule.threshold("max_robust_z"))),
                    format_string("%.1f", col("z"))));
    return Found.of(
        wrong,
        rule,
        lit(scope.get("column")),
        Found.value(col("figure").cast("decimal(20,2)")),
        expected);
  }

  /** Median and median deviation of the logarithms of each series, over years with a loss. */
  private static Dataset<Row> spread(Dataset<Row> earlier) {
    Dataset<Row> logs =
        earlier.where(col("figure").gt(0)).select(col("series"), log(col("figure")).as("ln"));
    Dataset<Row> middle =
        logs.groupBy("series").agg(median(col("ln")).as("middle"), count(lit(1)).as("n"));
    return logs.join(middle, "series")
        .groupBy("series", "middle", "n")
        .agg(median(abs(col("ln").minus(col("middle")))).as("mad"))
        .where(col("mad").gt(0));
  }
}
