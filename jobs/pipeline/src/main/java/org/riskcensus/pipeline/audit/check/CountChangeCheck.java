package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.audit.Verdict;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.Rules;

/** Number of rows of a table against the census year before 跨年度一致, from the row accounts. */
final class CountChangeCheck implements AuditCheck {

  private final Dataset<Row> yearBefore;

  /**
   * Compares with another year.
   *
   * @param yearBefore its rows of {@code ops.row_account}
   */
  CountChangeCheck(Dataset<Row> yearBefore) {
    this.yearBefore = yearBefore;
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("count_change");
    Dataset<Row> before =
        yearBefore
            .where(col("scope").equalTo("table"))
            .select(col("dataset"), col("county_code"), col("rows_accepted").as("before"));
    Dataset<Row> now =
        rows.all()
            .where(col("verdict").equalTo(Verdict.ACCEPTED.code()))
            .groupBy("dataset", "county_code")
            .agg(count(lit(1)).as("now"));
    Column larger = greatest(col("now"), col("before"));
    Column apart = abs(col("now").minus(col("before"))).divide(col("before"));
    Dataset<Row> wrong =
        now.join(before, new String[] {"dataset", "county_code"})
            .where(larger.geq(rule.threshold("min_rows")))
            .where(apart.gt(rule.threshold("max_change")));
    for (String column : Found.ORIGIN) {
      if (!column.equals("dataset") && !column.equals("county_code")) {
        wrong =
            wrong.withColumn(column, lit(null).cast(Found.ORIGIN_TYPE.apply(column).dataType()));
      }
    }
    return Found.of(
        wrong.withColumn("admin_code", concat(col("county_code"), lit("000000"))),
        rule,
        lit(""),
        Found.value(col("now")),
        Found.value(col("before")));
  }
}
