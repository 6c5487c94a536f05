package org.riskcensus.core.damage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * Gathers the depths of the cells an asset touches and tells the water it stands in. Cells without
 * a value, and depths of 0 or less, are dry. Not thread-safe.
 */
public final class WetCells {

  private long touched;
  private long wet;
  private double sumMetres;
  private double maxMetres;

  /** Adds one cell; NaN where it has no value. */
  public void add(double depthMetres) {
    touched++;
    if (depthMetres > 0) {
      wet++;
      sumMetres += depthMetres;
      maxMetres = Math.max(maxMetres, depthMetres);
    }
  }

  /**
   * The water by {@code rule}. Only {@link DepthRule#MEAN} counts the dry cells: its share is wet
   * cells over touched cells.
   *
   * @param digits decimals of a metre to which the depth is rounded, half to even; empty for none
   */
  public Inundation by(DepthRule rule, OptionalInt digits) {
    if (wet == 0) {
      return Inundation.DRY;
    }
    return rule == DepthRule.MEAN
        ? new Inundation(rounded(sumMetres / wet, digits), (double) wet / touched)
        : new Inundation(rounded(maxMetres, digits), 1);
  }

  private static double rounded(double metres, OptionalInt digits) {
    return digits.isEmpty()
        ? metres
        : new BigDecimal(metres).setScale(digits.getAsInt(), RoundingMode.HALF_EVEN).doubleValue();
  }
}
