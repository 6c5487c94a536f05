package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Parts of the 12-digit administrative code: two digits of the province, two of the city, two of
 * the county, three of the township, three of the village.
 */
final class Units {
  private static final String ZEROS = "0000000000";

  private Units() {}

  /** The county's code, 12 digits. */
  static Column county(Column adminCode) {
    return prefix(adminCode, 6);
  }

  /** The county's code, six digits. */
  static Column countyCode(Column adminCode) {
    return substring(adminCode, 1, 6);
  }

  /** The township's code, 12 digits. */
  static Column township(Column adminCode) {
    return prefix(adminCode, 9);
  }

  /** Whether the code is of a county or of a unit below one. */
  static Column withinCounty(Column adminCode) {
    return substring(adminCode, 5, 2).notEqual("00");
  }

  /** Whether the code is of a township or of a unit below one. */
  static Column withinTownship(Column adminCode) {
    return substring(adminCode, 7, 3).notEqual("000");
  }

  private static Column isVillage(Column adminCode) {
    return substring(adminCode, 10, 3).notEqual("000");
  }

  private static Column prefix(Column adminCode, int digits) {
    return concat(substring(adminCode, 1, digits), lit(ZEROS.substring(digits - 2)));
  }

  /**
   * Each row once for its unit and for every unit above it: {@code admin_code} and {@code
   * unit_level} are then those of that unit, {@code filed_unit} is the row's own.
   */
  static Dataset<Row> withAbove(Dataset<Row> rows) {
    Column unit = col("filed_unit");
    Column units =
        array_compact(
            array(
                when(isVillage(unit), level(unit, "village")),
                when(withinTownship(unit), level(township(unit), "township")),
                when(withinCounty(unit), level(county(unit), "county")),
                when(substring(unit, 3, 2).notEqual("00"), level(prefix(unit, 4), "city")),
                level(prefix(unit, 2), "province")));
    return rows.withColumnRenamed("admin_code", "filed_unit")
        .withColumn("of_unit", explode(units))
        .withColumn("admin_code", col("of_unit.code"))
        .withColumn("unit_level", col("of_unit.level"))
        .drop("of_unit");
  }

  private static Column level(Column code, String level) {
    return struct(code.as("code"), lit(level).as("level"));
  }
}
