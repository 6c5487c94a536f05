package org.riskcensus.pipeline.job.danger;

import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Hidden dangers with the days past their deadline on the logical date, their state a year before,
 * and what is wrong with their loop.
 *
 * @param steps states in the order of the loop
 * @param logicalDate date that open dangers are held against; never the clock
 */
record DangerTransform(List<String> steps, LocalDate logicalDate) {

  /**
   * The register.
   *
   * @param dangers staging.hidden_danger
   * @param before the same of the census year before
   * @param units staging.admin_unit
   */
  Dataset<Row> apply(Dataset<Row> dangers, Dataset<Row> before, Dataset<Row> units) {
    Dataset<Row> states =
        before.select(col("county_code"), col("object_id"), col("status").as("status_before"));
    Dataset<Row> names = units.select(col("admin_code"), col("name").as("unit_name"));
    Column open = col("status").equalTo("open");
    Column end = when(open, lit(Date.valueOf(logicalDate))).otherwise(col("rectified_date"));
    Column late = datediff(end, col("deadline"));
    return dangers
        .join(states, new String[] {"county_code", "object_id"}, "left")
        .join(names, new String[] {"admin_code"}, "left")
        .withColumn("overdue", open.and(late.gt(0)))
        .withColumn("overdue_days", when(late.isNotNull(), greatest(late, lit(0))))
        .withColumn("days_open", datediff(end, col("found_date")))
        .withColumn("flaw", flaw());
  }

  private Column flaw() {
    Column order = lit(steps.toArray(String[]::new));
    Column back =
        array_position(order, col("status")).lt(array_position(order, col("status_before")));
    Column closed = col("status").equalTo("closed").or(col("closed_date").isNotNull());
    Column unrectified =
        col("rectified_date").isNull().or(col("closed_date").lt(col("rectified_date")));
    return when(coalesce(back, lit(false)), "status_backwards")
        .when(closed.and(coalesce(unrectified, lit(false))), "closed_unrectified");
  }
}
