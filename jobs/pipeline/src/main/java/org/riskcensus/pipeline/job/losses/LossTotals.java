package org.riskcensus.pipeline.job.losses;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
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
  private final long[] millionths;
  private @Nullable BigInteger @Nullable [] carried; // what millionths cannot hold; nearly never
  private final int[] reported;
  private final int[] missing;
  private long reports;

  LossTotals(int fields) {
    millionths = new long[fields];
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
      addMillionths(field, value);
      reported[field]++;
    } else if (applicable) {
      missing[field]++;
    }
  }

  LossTotals plus(LossTotals other) {
    units.addAll(other.units);
    reports += other.reports;
    for (int i = 0; i < millionths.length; i++) {
      add(i, other.millionths[i]);
      reported[i] += other.reported[i];
      missing[i] += other.missing[i];
    }
    for (int i = 0; other.carried != null && i < other.carried.length; i++) {
      carry(i, other.carried[i]);
    }
    return this;
  }

  private void add(int field, long more) {
    long sum = millionths[field] + more;
    boolean overflown = ((millionths[field] ^ sum) & (more ^ sum)) < 0;
    if (overflown) {
      carry(field, BigInteger.valueOf(more));
    } else {
      millionths[field] = sum;
    }
  }

  private void carry(int field, @Nullable BigInteger more) {
    if (more == null) {
      return;
    }
    @Nullable BigInteger[] all = carried;
    if (all == null) {
      all = new @Nullable BigInteger[millionths.length];
      carried = all;
    }
    BigInteger before = all[field];
    all[field] = before == null ? more : before.add(more);
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
    BigInteger sum = BigInteger.valueOf(millionths[field]);
    BigInteger more = carried == null ? null : carried[field];
    return new BigDecimal(more == null ? sum : sum.add(more), PLACES);
  }

  /** Adds a value in millionths, halves up, of the number as it is written. */
  private void addMillionths(int field, double value) {
    double product = value * MILLION;
    double whole = Math.rint(product);
    if (Math.abs(value) < EXACT_PRODUCT && Math.abs(product - whole) < SURE) {
      add(field, (long) whole);
    } else {
      carry(
          field, BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP).unscaledValue());
    }
  }
}
