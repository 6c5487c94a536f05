package org.riskcensus.formats.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;

/**
 * Values of Parquet columns as text: numbers as {@link NumberText}, dates and times as ISO text in
 * UTC. Binary columns that are no text, and nested ones, have none.
 */
final class ParquetText {

  /** Decimals of so many digits are exact in a double, up to its last place. */
  private static final int DOUBLE_DIGITS = 15;

  private static final int JULIAN_DAY_OF_EPOCH = 2_440_588;

  private ParquetText() {}

  /** Whether a column has text. */
  static boolean isText(Type column) {
    if (!column.isPrimitive() || column.isRepetition(Type.Repetition.REPEATED)) {
      return false;
    }
    LogicalTypeAnnotation logical = column.getLogicalTypeAnnotation();
    return switch (column.asPrimitiveType().getPrimitiveTypeName()) {
      case BINARY ->
          logical instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
              || logical instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
              || logical instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation
              || logical instanceof DecimalLogicalTypeAnnotation;
      case FIXED_LEN_BYTE_ARRAY ->
          logical instanceof DecimalLogicalTypeAnnotation
              || logical instanceof LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
      default -> true;
    };
  }

  /** The type of a column's values; times, and numbers that fit no other type, stay text. */
  static FieldType type(Type column) {
    PrimitiveType type = column.asPrimitiveType();
    LogicalTypeAnnotation logical = column.getLogicalTypeAnnotation();
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal.getPrecision() <= DOUBLE_DIGITS ? FieldType.DOUBLE : FieldType.STRING;
    }
    boolean unsigned = logical instanceof IntLogicalTypeAnnotation number && !number.isSigned();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> FieldType.BOOLEAN;
      case FLOAT, DOUBLE -> FieldType.DOUBLE;
      case INT32 ->
          logical instanceof DateLogicalTypeAnnotation
              ? FieldType.DATE
              : unsigned ? FieldType.LONG : isWhole(logical) ? FieldType.INTEGER : FieldType.STRING;
      case INT64 -> isWhole(logical) && !unsigned ? FieldType.LONG : FieldType.STRING;
      case INT96, BINARY, FIXED_LEN_BYTE_ARRAY -> FieldType.STRING;
    };
  }

  private static boolean isWhole(@Nullable LogicalTypeAnnotation logical) {
    return logical == null || logical instanceof IntLogicalTypeAnnotation;
  }

  static @Nullable String of(Group row, Type column) {
    if (row.getFieldRepetitionCount(column.getName()) == 0) {
      return null;
    }
    PrimitiveType type = column.asPrimitiveType();
    String name = column.getName();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> Boolean.toString(row.getBoolean(name, 0));
      case INT32 -> whole(row.getInteger(name, 0), type, true);
      case INT64 -> whole(row.getLong(name, 0), type, false);
      case FLOAT -> number(row.getFloat(name, 0));
      case DOUBLE -> number(row.getDouble(name, 0));
      case INT96 -> legacyTime(row.getInt96(name, 0).toByteBuffer());
      case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(row.getBinary(name, 0).getBytes(), type);
    };
  }

  private static @Nullable String number(float value) {
    return Float.isFinite(value) ? NumberText.of(value) : null;
  }

  private static @Nullable String number(double value) {
    return Double.isFinite(value) ? NumberText.of(value) : null;
  }

  private static String whole(long value, PrimitiveType type, boolean half) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(value).toString();
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return BigDecimal.valueOf(value, decimal.getScale()).toPlainString();
    }
    if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      return LocalDateTime.ofInstant(
              Instant.EPOCH.plus(value, unit(timestamp.getUnit())), ZoneOffset.UTC)
          .toString();
    }
    if (logical instanceof TimeLogicalTypeAnnotation time) {
      return LocalTime.MIDNIGHT.plus(value, unit(time.getUnit())).toString();
    }
    if (logical instanceof IntLogicalTypeAnnotation number && !number.isSigned()) {
      return half ? Integer.toUnsignedString((int) value) : Long.toUnsignedString(value);
    }
    return Long.toString(value);
  }

  private static ChronoUnit unit(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }

  private static String bytes(byte[] value, PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return new BigDecimal(new BigInteger(value), decimal.getScale()).toPlainString();
    }
    if (logical instanceof LogicalTypeAnnotation.UUIDLogicalTypeAnnotation) {
      ByteBuffer halves = ByteBuffer.wrap(value);
      return new UUID(halves.getLong(), halves.getLong()).toString();
    }
    return new String(value, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Nanoseconds of the day, then the Julian day: what Impala and old Spark write. */
  private static String legacyTime(ByteBuffer value) {
    ByteBuffer parts = value.slice().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = parts.getLong();
    long day = parts.getInt() - (long) JULIAN_DAY_OF_EPOCH;
    return LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(nanos).toString();
  }
}
