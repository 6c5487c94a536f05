package org.riskcensus.pipeline.layer;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;

/** Types of fields in files and of columns in datasets, and their values. */
public final class FieldTypes {

  /** Decimals of so many digits are exact in a double, up to its last place. */
  private static final int DOUBLE_DIGITS = 15;

  private FieldTypes() {}

  /** The type of a field that holds a column's values; text for what has no other. */
  public static FieldType of(DataType type) {
    if (type.equals(DataTypes.IntegerType) || type.equals(DataTypes.ShortType)) {
      return FieldType.INTEGER;
    }
    if (type.equals(DataTypes.LongType)) {
      return FieldType.LONG;
    }
    boolean exact = type instanceof DecimalType decimal && decimal.precision() <= DOUBLE_DIGITS;
    if (exact || type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType)) {
      return FieldType.DOUBLE;
    }
    if (type.equals(DataTypes.BooleanType)) {
      return FieldType.BOOLEAN;
    }
    return type.equals(DataTypes.DateType) ? FieldType.DATE : FieldType.STRING;
  }

  /** The type of a column that holds a field's values. */
  static DataType column(FieldType type) {
    return switch (type) {
      case STRING -> DataTypes.StringType;
      case INTEGER -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case DATE -> DataTypes.DateType;
    };
  }

  /** A field's value as a row has it. */
  static Object ofField(Object value) {
    return value instanceof LocalDate date ? Date.valueOf(date) : value;
  }

  /** A row's value as a field has it. */
  static @Nullable Object toField(@Nullable Object value) {
    return value instanceof Date date ? date.toLocalDate() : value;
  }
}
