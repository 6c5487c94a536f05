package org.riskcensus.pipeline.spatial;

import java.util.EnumSet;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.join.Measure;

/**
 * The rows a join gives: all columns of the left side; then, where rows of the right come out,
 * {@value #RIGHT_ROW}, the right attributes and the columns of the measures asked for. Serialized
 * into tasks.
 *
 * @param type the columns
 * @param leftColumns how many of them are the left side's
 * @param rightAttributes how many are attributes of the right side
 * @param withRight whether columns of the right side are there
 * @param measures what is measured of a pair; none without the right side
 * @param parts whether the part of the right geometry near the left one is the last column
 */
record JoinSchema(
    StructType type,
    int leftColumns,
    int rightAttributes,
    boolean withRight,
    Set<Measure> measures,
    boolean parts)
    implements java.io.Serializable {

  static final String RIGHT_ROW = "right_row";
  static final String PART = "part";

  static JoinSchema of(StructType left, StructType right, JoinOptions options) {
    StructType type = left;
    boolean withRight = options.kind().withRight();
    EnumSet<Measure> measures = EnumSet.noneOf(Measure.class);
    if (withRight) {
      measures.addAll(options.measures());
      type = type.add(RIGHT_ROW, DataTypes.LongType, true);
      for (int i = SpatialSide.LEADING; i < right.length(); i++) {
        StructField field = right.apply(i);
        type = type.add(field.name(), field.dataType(), true);
      }
      for (Measure measure : measures) {
        for (String column : measure.columns()) {
          type = type.add(column, DataTypes.DoubleType, true);
        }
      }
    }
    boolean parts = withRight && options.parts();
    type = parts ? type.add(PART, DataTypes.BinaryType, true) : type;
    int attributes = right.length() - SpatialSide.LEADING;
    return new JoinSchema(type, left.length(), attributes, withRight, measures, parts);
  }

  /**
   * The row of a pair; without a right row, the one of a left row alone.
   *
   * @param measured values by the columns of the measures, NaN where one does not apply
   * @param part WKB of the part of the right geometry, where it is asked for
   */
  Row row(Row left, @Nullable Row right, double @Nullable [] measured, byte @Nullable [] part) {
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
      for (int i = 0; measured != null && i < measured.length; i++) {
        values[at++] = Double.isNaN(measured[i]) ? null : measured[i];
      }
    }
    if (parts) {
      values[values.length - 1] = part;
    }
    return RowFactory.create(values);
  }
}
