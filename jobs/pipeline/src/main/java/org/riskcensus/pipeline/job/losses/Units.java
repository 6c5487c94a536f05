package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import org.apache.spark.sql.Column;

/** Parts of the 12-digit administrative code: six digits of the county, three of the township. */
final class Units {
  private Units() {}

  /** The county's code, 12 digits. */
  static Column county(Column adminCode) {
    return concat(countyCode(adminCode), lit("000000"));
  }

  /** The county's code, six digits. */
  static Column countyCode(Column adminCode) {
    return substring(adminCode, 1, 6);
  }

  /** The township's code, 12 digits. */
  static Column township(Column adminCode) {
    return concat(substring(adminCode, 1, 9), lit("000"));
  }

  /** Whether the code is of a township or of a unit below one. */
  static Column withinTownship(Column adminCode) {
    return substring(adminCode, 7, 3).notEqual("000");
  }
}
