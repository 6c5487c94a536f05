package org.riskcensus.core.loss;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The losses one row reports: a value per field, or nothing where the field was not reported.
 *
 * <p>Immutable. Values are exact decimals of what was filed: {@code 0.1 + 0.2} is {@code 0.3}, and
 * records add up to the same total in any order.
 */
public final class LossRecord implements Serializable {
  private static final LossRecord EMPTY = new LossRecord(new EnumMap<>(LossField.class));

  private final EnumMap<LossField, BigDecimal> reported;

  private LossRecord(EnumMap<LossField, BigDecimal> reported) {
    this.reported = reported;
  }

  /** The record that reports nothing. */
  public static LossRecord empty() {
    return EMPTY;
  }

  /** The record of a row by column name; columns that are no loss fields and nulls are left out. */
  public static LossRecord ofColumns(Map<String, ? extends @Nullable Object> row) {
    LossRecord record = EMPTY;
    for (Map.Entry<String, ? extends @Nullable Object> cell : row.entrySet()) {
      Optional<LossField> field = LossField.find(cell.getKey());
      if (field.isPresent() && cell.getValue() instanceof Number number) {
        record = record.with(field.get(), number.doubleValue());
      }
    }
    return record;
  }

  /** This record with one more value, which must be finite. */
  public LossRecord with(LossField field, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(field.column() + " is not a number: " + value);
    }
    return with(field, BigDecimal.valueOf(value));
  }

  /** This record with one more value. */
  public LossRecord with(LossField field, BigDecimal value) {
    EnumMap<LossField, BigDecimal> more = new EnumMap<>(reported);
    more.put(field, value);
    return new LossRecord(more);
  }

  /** The value of a field, empty when it was not reported. */
  public Optional<BigDecimal> find(LossField field) {
    return Optional.ofNullable(reported.get(field));
  }

  /** The sum of both, field by field; what neither reports stays unreported. */
  public LossRecord plus(LossRecord other) {
    EnumMap<LossField, BigDecimal> sum = new EnumMap<>(reported);
    other.reported.forEach((field, value) -> sum.merge(field, value, BigDecimal::add));
    return new LossRecord(sum);
  }

  /** The sum of many records; a field is unreported only when no record reports it. */
  public static LossRecord sum(Iterable<LossRecord> records) {
    LossRecord total = EMPTY;
    for (LossRecord record : records) {
      total = total.plus(record);
    }
    return total;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LossRecord that && scaled().equals(that.scaled());
  }

  @Override
  public int hashCode() {
    return scaled().hashCode();
  }

  private Map<LossField, BigDecimal> scaled() {
    Map<LossField, BigDecimal> scaled = new EnumMap<>(LossField.class);
    reported.forEach((field, value) -> scaled.put(field, value.stripTrailingZeros()));
    return scaled;
  }

  @Override
  public String toString() {
    return scaled().toString();
  }
}
