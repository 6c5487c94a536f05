package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.risk.CellFact.Kind;

/**
 * Where each quantity that a county filed went: {@code total = in_units + outside_units +
 * difference}. The total is summed before anything is cut, the parts after, so the difference would
 * show what cutting and crossing lose.
 */
final class ExposureAccounts {

  private ExposureAccounts() {}

  /** One row for each county and exposure. */
  static Dataset<Row> of(
      Dataset<Row> facts, Dataset<Row> divisible, Dataset<Row> indivisible, Dataset<Row> cells) {
    Dataset<Row> entries =
        filed(divisible)
            .union(filed(indivisible))
            .union(noPlace(divisible))
            .union(cut(facts))
            .union(placed(indivisible, cells));
    return entries
        .groupBy(col("origin").as("county_code"), col("exposure"))
        .agg(sum("total"), sum("in_units"), sum("outside_units"))
        .withColumn("difference", col("total").minus(col("in_units").plus(col("outside_units"))));
  }

  private static Column sum(String entry) {
    return Exact.total(when(col("entry").equalTo(entry), col("quantity"))).as(entry);
  }

  private static Dataset<Row> filed(Dataset<Row> objects) {
    return entry(objects, lit("total"));
  }

  private static Dataset<Row> noPlace(Dataset<Row> divisible) {
    return entry(divisible.where(col("geometry").isNull()), lit("outside_units"));
  }

  private static Dataset<Row> cut(Dataset<Row> facts) {
    Column inside = col("kind").equalTo(Kind.FILED_INSIDE.name());
    Column outside = col("kind").equalTo(Kind.FILED_OUTSIDE.name());
    Dataset<Row> filed =
        facts
            .where(inside.or(outside))
            .select(
                col("unit").as("origin"),
                col("subject").as("exposure"),
                col("quantity"),
                inside.as("inside"));
    return entry(filed, when(col("inside"), "in_units").otherwise("outside_units"));
  }

  private static Dataset<Row> placed(Dataset<Row> indivisible, Dataset<Row> cells) {
    Dataset<Row> known =
        cells.select(col("county_code").as("origin"), col("cell"), lit(true).as("known"));
    Dataset<Row> found = indivisible.join(known, Units.scala(List.of("origin", "cell")), "left");
    return entry(
        found, when(coalesce(col("known"), lit(false)), "in_units").otherwise("outside_units"));
  }

  private static Dataset<Row> entry(Dataset<Row> objects, Column name) {
    return objects.select(col("origin"), col("exposure"), name.as("entry"), col("quantity"));
  }
}
