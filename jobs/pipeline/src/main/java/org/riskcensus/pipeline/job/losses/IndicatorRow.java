package org.riskcensus.pipeline.job.losses;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.statistics.Interval;

/** A row of {@code marts.loss_indicator}, filled step by step; for one thread. */
final class IndicatorRow {
  static final StructType SCHEMA =
      StructType.fromDDL(
          "admin_code string, unit_level string, topic string, indicator string,"
              + " indicator_name string, hazard_kind string, year int, period string, value double,"
              + " unit string, lower double, upper double, n int, numerator double,"
              + " denominator double, basis string, status string, reason string,"
              + " reason_code string, lacking string, left_out string, formula string,"
              + " inputs string, evidence string");

  private final Object[] cells = new Object[SCHEMA.length()];

  IndicatorRow set(String column, @Nullable Object value) {
    cells[SCHEMA.fieldIndex(column)] = value;
    return this;
  }

  /** The unit, and kind and basis where the row it is made from has them. */
  static IndicatorRow of(Row unit) {
    return new IndicatorRow()
        .set("admin_code", unit.getAs("admin_code"))
        .set("unit_level", unit.getAs("unit_level"));
  }

  IndicatorRow period(int first, int last) {
    return set("year", last).set("period", first == last ? "" + last : first + "-" + last);
  }

  IndicatorRow interval(@Nullable Interval interval) {
    return interval == null ? this : set("lower", interval.lower()).set("upper", interval.upper());
  }

  IndicatorRow computed(double value, String reason) {
    return set("value", value).set("status", "computed").set("reason", reason);
  }

  IndicatorRow notComputable(String reason, String code) {
    return set("status", "not_computable").set("reason", reason).set("reason_code", code);
  }

  Row row() {
    return RowFactory.create(cells.clone());
  }
}
