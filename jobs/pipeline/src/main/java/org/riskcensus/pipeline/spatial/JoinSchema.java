package org.riskcensus.pipeline.spatial;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The rows a join gives: all columns of the left side; then, where rows of the right come out,
 * {@value #RIGHT_ROW}, the right attributes and, if asked for, {@value #AREA}. Serialized into
 * tasks.
 *
 * @param type the columns
 * @param leftColumns how many of them are the left side's
 * @param rightAttributes how many are attributes of the right side
 * @param withRight whether columns of the right side are there
 * @param area whether the area is
 */
record JoinSchema(
    StructType type, int leftColumns, int rightAttributes, boolean withRight, boolean area)
    implements java.io.Serializable {

  static final String RIGHT_ROW = "right_row";
  static final String AREA = "overlap_area_m2";

  static JoinSchema of(StructType left, StructType right, JoinOptions options) {
    StructType type = left;
    boolean withRight = options.kind().withRight();
    if (withRight) {
      type = type.add(RIGHT_ROW, DataTypes.LongType, true);
      for (int i = SpatialSide.LEADING; i < right.length(); i++) {
        StructField field = right.apply(i);
        type = type.add(field.name(), field.dataType(), true);
      }
      type = options.area() ? type.add(AREA, DataTypes.DoubleType, true) : type;
    }
    int attributes = right.length() - SpatialSide.LEADING;
    return new JoinSchema(type, left.length(), attributes, withRight, withRight && options.area());
  }

  /** The row of a pair; without a right row, the one of a left row alone. */
  Row row(Row left, @Nullable Row right, double sharedArea) {
    @Nullable Object[] values = new @Nullable Object[type.length()];
    for (int i = 0; i < leftColumns; i++) {
      values[i] = left.get(i);
    }
    if (withRight && right != null) {
      int at = leftColumns;
      values[at++] = right.get(SpatialSide.ROW);
      for (int i = 0; i < rightAttributes; i++) {
        values[at++] = right.get(SpatialSide.LEADING + i);
      }
      if (area) {
        values[at] = sharedArea;
      }
    }
    return RowFactory.create(values);
  }
}
