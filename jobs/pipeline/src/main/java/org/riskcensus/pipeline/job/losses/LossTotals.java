package org.riskcensus.pipeline.job.losses;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sums of the loss fields of reports, exact whatever the order: in millionths, with how many
 * reports gave a value, how many should have and did not, and which units reported. Public because
 * Spark writes it between stages.
 */
public final class LossTotals implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int PLACES = 6;
  private static final double MILLION = 1e6;
  private static final double EXACT_PRODUCT = 1e9; // times a million a double still has eighths
  private static final double SURE = 0.25; // this far from a half, rounding is sure

  private final TreeSet<String> units = new TreeSet<>();
  private final BigInteger[] millionths;
  private final int[] reported;
  private final int[] missing;
  private long reports;

  LossTotals(int fields) {
    millionths = new BigInteger[fields];
    Arrays.fill(millionths, BigInteger.ZERO);
    reported = new int[fields];
    missing = new int[fields];
  }

  /** Counts a report of a unit. */
  void report(String unit) {
    reports++;
    units.add(unit);
  }

  /**
   * Adds the value of a field.
   *
   * @param value null where the report has none
   * @param applicable whether the field makes sense for the kind of disaster
   */
  void add(int field, @Nullable Double value, boolean applicable) {
    if (value != null) {
      millionths[field] = millionths[field].add(millionths(value));
      reported[field]++;
    } else if (applicable) {
      missing[field]++;
    }
  }

  LossTotals plus(LossTotals other) {
    units.addAll(other.units);
    reports += other.reports;
    for (int i = 0; i < millionths.length; i++) {
      millionths[i] = millionths[i].add(other.millionths[i]);
      reported[i] += other.reported[i];
      missing[i] += other.missing[i];
    }
    return this;
  }

  long reports() {
    return reports;
  }

  long units() {
    return units.size();
  }

  /** Whether any report gave the field. */
  boolean isReported(int field) {
    return reported[field] > 0;
  }

  /** Whether any report should have given the field and did not. */
  boolean isMissing(int field) {
    return missing[field] > 0;
  }

  /** The sum of a field; 0 where none is reported. */
  BigDecimal sum(int field) {
    return new BigDecimal(millionths[field], PLACES);
  }

  /** A value in millionths, halves up, of the number as it is written. */
  private static BigInteger millionths(double value) {
    if (value == 0) {
      return BigInteger.ZERO;
    }
    double product = value * MILLION;
    double whole = Math.rint(product);
    if (Math.abs(value) < EXACT_PRODUCT && Math.abs(product - whole) < SURE) {
      return BigInteger.valueOf((long) whole);
    }
    return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP).unscaledValue();
  }
}
