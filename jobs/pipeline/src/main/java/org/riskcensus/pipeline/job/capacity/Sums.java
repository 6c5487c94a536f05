package org.riskcensus.pipeline.job.capacity;

import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;

/** Sums that do not depend on the order of rows: added as decimals of 10⁻⁶. */
final class Sums {

  private Sums() {}

  /** The sum of {@code values}; null where there is none. */
  static Column exact(Column values) {
    return sum(values.cast("decimal(28,6)")).cast("double");
  }
}
