package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Figures against those of the year before and the mean of the five years before. The figures of
 * all measures of a unit, kind and year are one column while years are put in order, which is then
 * done once and not once a measure.
 */
final class YearsBefore {
  private static final int YEARS = 5;

  private YearsBefore() {}

  /**
   * Puts the {@code values} of each of the years before into a struct {@code before}, in their
   * place.
   *
   * @param units a row a unit, kind and year
   */
  static Dataset<Row> beside(Dataset<Row> units) {
    WindowSpec series = Window.partitionBy("admin_code", "hazard_kind").orderBy("year");
    Column[] before = new Column[YEARS];
    for (int k = 1; k <= YEARS; k++) {
      before[k - 1] = first("values").over(series.rangeBetween(-k, -k)).as(of(k));
    }
    return units.withColumn("before", struct(before)).drop("values");
  }

  /**
   * Adds previous_year, change, change_pct, five_year_n and five_year_mean.
   *
   * @param rows a row a measure, with its {@code place} among the values, and the columns of {@code
   *     before}
   */
  static Dataset<Row> compared(Dataset<Row> rows) {
    Column sum = lit(0.0);
    Column n = lit(0L);
    for (int k = YEARS; k >= 1; k--) {
      Column value = col(of(k)).getItem(col("place"));
      sum = sum.plus(coalesce(value, lit(0.0)));
      n = n.plus(when(value.isNotNull(), 1L).otherwise(0L));
    }
    Column change = col("value").minus(col("previous_year"));
    return rows.withColumn("previous_year", col(of(1)).getItem(col("place")))
        .withColumn("change", change)
        .withColumn(
            "change_pct",
            when(
                col("previous_year").notEqual(0),
                change.divide(col("previous_year")).multiply(100)))
        .withColumn("five_year_n", n)
        .withColumn(
            "five_year_mean", when(col("five_year_n").gt(0), sum.divide(col("five_year_n"))));
  }

  private static String of(int yearsAgo) {
    return "before_" + yearsAgo;
  }
}
