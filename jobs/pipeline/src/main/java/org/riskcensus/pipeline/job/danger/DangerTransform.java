package org.riskcensus.pipeline.job.danger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.hazard.DangerLoop;

/**
 * Hidden dangers with the days past their deadline on the logical date, their state a year before,
 * and what is wrong with their loop.
 *
 * @param loop what a loop must be like
 * @param logicalDate date that open dangers are held against; never the clock
 */
record DangerTransform(DangerLoop loop, LocalDate logicalDate) implements Serializable {

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
    UDF4<String, String, Date, Date, String> find =
        (before, status, rectified, closed) ->
            loop.findFlaw(before, status, day(rectified), day(closed))
                .map(DangerLoop.Flaw::code)
                .orElse(null);
    return udf(find, DataTypes.StringType)
        .apply(col("status_before"), col("status"), col("rectified_date"), col("closed_date"));
  }

  private static @Nullable LocalDate day(@Nullable Date filed) {
    return filed == null ? null : filed.toLocalDate();
  }
}
