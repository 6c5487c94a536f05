package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.Rules;

/**
 * Ratios far from the median of their kind 离群值: the modified z-score {@code 0.6745 (x − median) /
 * MAD} of the logarithm of a column divided by another. A ratio that is off by the factor of a unit
 * slip, such as 元 for 万元, gets the proposal to convert it. Logarithms are rounded to thousandths
 * before medians are taken, so that a median of any number of rows needs bounded memory.
 */
final class OutlierCheck implements AuditCheck {

  /** Makes the median deviation of normal data its standard deviation. */
  private static final double NORMAL = 0.6745;

  private static final String MEDIAN = "percentile(round(%s, 3), 0.5)";
  private static final String[] KIND = {"dataset", "county_code", "kind"};

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(rules.get("outlier").datasets());
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("outlier");
    Dataset<Row> logs = logs(rows, rule);
    Dataset<Row> medians =
        logs.groupBy("dataset", "county_code", "kind")
            .agg(expr(MEDIAN.formatted("log")).as("median"), count(lit(1)).as("n"))
            .where(col("n").geq(rule.threshold("min_rows")));
    Dataset<Row> deviations =
        logs.join(broadcast(medians), KIND)
            .withColumn("deviation", col("log").minus(col("median")));
    Dataset<Row> spreads =
        deviations
            .groupBy("dataset", "county_code", "kind")
            .agg(expr(MEDIAN.formatted("abs(deviation)")).as("mad"));
    Column spread = greatest(col("mad"), lit(rule.threshold("min_spread")));
    Dataset<Row> outliers =
        deviations
            .join(broadcast(spreads), KIND)
            .withColumn("z", col("deviation").multiply(NORMAL).divide(spread))
            .where(abs(col("z")).gt(rule.threshold("max_robust_z")));
    Column observed =
        Found.value(
            concat(
                col("value"),
                lit(" / "),
                col("per"),
                format_string(" = %.4g (z = %.1f)", exp(col("log")), col("z"))));
    Column expected = Found.value(format_string("%.4g", exp(col("median"))));
    return Found.of(outliers, rule, col("field"), observed, expected, slip(rule));
  }

  private static Dataset<Row> logs(JudgedRows rows, Rule rule) {
    Column kind =
        JudgedRows.byDataset(
            rule, s -> s.find("by").map(c -> rows.text(s.table(), c)).orElse(lit("")));
    return rows.acceptedOf(rule)
        .withColumn("field", JudgedRows.byDataset(rule, s -> lit(s.get("value"))))
        .withColumn("kind", coalesce(kind, lit("")))
        .withColumn("value", number(rows, rule, "value"))
        .withColumn("per", number(rows, rule, "per"))
        .where(col("value").gt(0).and(col("per").gt(0)))
        .withColumn("log", log(col("value").divide(col("per"))))
        .select(Found.origin(col("field"), col("kind"), col("value"), col("per"), col("log")));
  }

  private static Column number(JudgedRows rows, Rule rule, String parameter) {
    return JudgedRows.byDataset(rule, s -> rows.number(s.table(), s.get(parameter)));
  }

  /** What the value would be in the unit it should be in; null where no slip is at hand. */
  private static Column slip(Rule rule) {
    Column factor = JudgedRows.byDataset(rule, s -> lit(s.number("slip"))).cast("double");
    Column unit = JudgedRows.byDataset(rule, s -> lit(s.get("slip_unit")));
    Column powers = abs(col("deviation")).divide(Math.log(10));
    Column near = abs(powers.minus(log10(factor))).leq(rule.threshold("slip_tolerance"));
    Column right =
        when(col("deviation").gt(0), col("value").divide(factor))
            .otherwise(col("value").multiply(factor));
    return when(near, Found.phrase("slip_of_unit", unit, format_string("%.4f", right)));
  }
}
