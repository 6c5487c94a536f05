package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;

/**
 * Sums that do not depend on the order of rows, so that runs are equal to the last byte: doubles
 * are rounded to 10⁻⁶ and added as whole numbers of that, which is exact.
 */
final class Exact {

  private static final double STEPS = 1e6;

  private Exact() {}

  /** The sum of {@code values}; 0 for no rows. */
  static Column total(Column values) {
    return coalesce(sum(steps(values)).cast("double").divide(STEPS), lit(0.0));
  }

  /** The whole numbers that are added. */
  static Column steps(Column values) {
    return rint(values.multiply(STEPS)).cast("long");
  }
}
