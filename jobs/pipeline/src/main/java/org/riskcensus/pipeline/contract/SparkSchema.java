package org.riskcensus.pipeline.contract;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Contract columns as Spark fields; the only place where the two type systems meet. */
final class SparkSchema {

  private SparkSchema() {}

  static StructType of(TableContract table) {
    return new StructType(
        table.columns().stream().map(SparkSchema::field).toArray(StructField[]::new));
  }

  private static StructField field(ColumnContract column) {
    String comment =
        column.label() + (column.unit().isEmpty() ? "" : " [" + column.unit() + "]") + ": ";
    return new StructField(
        column.name(),
        type(column.type()),
        !column.required(),
        new MetadataBuilder().putString("comment", comment + column.doc()).build());
  }

  private static DataType type(ColumnType type) {
    return switch (type) {
      case STRING -> DataTypes.StringType;
      case INT -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case DATE -> DataTypes.DateType;
      case TIMESTAMP -> DataTypes.TimestampType;
      case BINARY -> DataTypes.BinaryType;
      case ATTRIBUTES -> DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true);
    };
  }
}
