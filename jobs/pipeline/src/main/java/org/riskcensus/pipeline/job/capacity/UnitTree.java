package org.riskcensus.pipeline.job.capacity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The units that were filed, as a tree: which unit lies in which others. Everything is added up
 * along it, so that units above are the sums of those below.
 *
 * @param units staging.admin_unit
 */
record UnitTree(Dataset<Row> units) {

  /** Each unit with itself and every filed unit above: {@code unit} and {@link #named} columns. */
  Dataset<Row> within() {
    Column unit = col("unit");
    Column above =
        array_distinct(
            array(
                unit,
                concat(substring(unit, 1, 9), lit("000")),
                concat(substring(unit, 1, 6), lit("000000"))));
    return units
        .select(col("admin_code").as("unit"))
        .withColumn("admin_code", explode(above))
        .join(named(), "admin_code");
  }

  /** The units: {@code admin_code, name, unit_level, county_code}. */
  Dataset<Row> named() {
    return units.select(
        col("admin_code"), col("name"), col("level").as("unit_level"), col("county_code"));
  }

  /** The units that no other lies in: villages, townships without any, counties without either. */
  Dataset<Row> finest() {
    Dataset<Row> above =
        within().where(col("unit").notEqual(col("admin_code"))).select("admin_code").distinct();
    return units.join(above, new String[] {"admin_code"}, "left_anti");
  }
}
