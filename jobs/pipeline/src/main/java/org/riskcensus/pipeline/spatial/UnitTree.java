package org.riskcensus.pipeline.spatial;

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
 * The administrative units that were filed, as a tree by their 12-digit codes: which unit lies in
 * which others. Quantities are measured in the finest units that a county has filed (villages,
 * townships that it has filed no villages of, else the county itself) and added up along the tree,
 * so that units above are the sums of those below.
 *
 * @param units staging.admin_unit
 */
public record UnitTree(Dataset<Row> units) {

  /** Code of the township of a code. */
  public static Column township(Column code) {
    return concat(substring(code, 1, 9), lit("000"));
  }

  /** 12-digit code of the county of a code. */
  public static Column county(Column code) {
    return concat(substring(code, 1, 6), lit("000000"));
  }

  /** Rows once for each unit they belong to: {@code unit} becomes itself, its township, county. */
  public static Dataset<Row> rollUp(Dataset<Row> rows) {
    return rows.withColumn("unit", explode(above(col("unit"))));
  }

  private static Column above(Column unit) {
    return array_distinct(array(unit, township(unit), county(unit)));
  }

  /** Each unit with itself and every filed unit above: {@code unit} and {@link #named} columns. */
  public Dataset<Row> within() {
    return units
        .select(col("admin_code").as("unit"))
        .withColumn("admin_code", explode(above(col("unit"))))
        .join(named(), "admin_code");
  }

  /** The units: {@code admin_code, name, unit_level, county_code}. */
  public Dataset<Row> named() {
    return units.select(
        col("admin_code"), col("name"), col("level").as("unit_level"), col("county_code"));
  }

  /** The units that no other lies in. */
  public Dataset<Row> finest() {
    Column code = col("admin_code");
    Dataset<Row> above =
        rollUp(units.select(code, code.as("unit")))
            .where(col("unit").notEqual(code))
            .select(col("unit").as("admin_code"))
            .distinct();
    return units.join(above, new String[] {"admin_code"}, "left_anti");
  }
}
