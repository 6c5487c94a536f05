package org.riskcensus.pipeline.job.inspection;

import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.method.InspectionMethod;

/**
 * One line of an inspection sheet: a checked indicator of an object that was drawn.
 *
 * @param number from 1
 * @param object the object
 * @param indicator what is checked, its weight and tolerance
 * @param filed value in staging; null where it was not reported
 */
record InspectionItem(
    int number, DrawnObject object, InspectionMethod.Indicator indicator, @Nullable String filed) {

  /** Columns of {@code ops.inspection_item} that say which item it is. */
  static final StructType TYPE =
      StructType.fromDDL(
          "item_number INT, county_code STRING, dataset STRING, object_id STRING,"
              + " admin_code STRING, place STRING, field STRING, filed_value STRING,"
              + " tolerance DOUBLE, weight DOUBLE, stratum_objects BIGINT, stratum_drawn BIGINT,"
              + " source_id STRING, submission_id STRING, file STRING, row_number BIGINT,"
              + " findings STRING");

  /** An item as recorded. */
  static InspectionItem of(Row row) {
    Double tolerance = row.getAs("tolerance");
    InspectionMethod.Indicator indicator =
        new InspectionMethod.Indicator(
            Objects.requireNonNull(row.<String>getAs("field")),
            row.<Double>getAs("weight"),
            tolerance == null ? OptionalDouble.empty() : OptionalDouble.of(tolerance));
    int number = row.<Integer>getAs("item_number");
    return new InspectionItem(number, DrawnObject.of(row), indicator, row.getAs("filed_value"));
  }

  Row row() {
    return RowFactory.create(
        number,
        object.county(),
        object.dataset(),
        object.id(),
        object.adminCode(),
        object.place(),
        indicator.field(),
        filed,
        indicator.tolerance().isPresent() ? indicator.tolerance().getAsDouble() : null,
        indicator.weight(),
        object.stratumObjects(),
        object.stratumDrawn(),
        object.source(),
        object.submission(),
        object.file(),
        object.row(),
        object.findings());
  }

  /** What the item weighs in the whole: its indicator, for all objects that its own stands for. */
  double weight() {
    return indicator.weight() * object.stratumObjects() / object.stratumDrawn();
  }
}
