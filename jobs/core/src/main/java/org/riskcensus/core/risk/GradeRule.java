package org.riskcensus.core.risk;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Grade of a unit: the highest level whose area, with that of the levels above it, is at least a
 * share of the unit; level 1 where none is.
 *
 * @param minShare that share, 0 to 1
 */
public record GradeRule(double minShare) implements Serializable {

  /**
   * The grade. Areas are whole numbers of some small unit, so that they add up exactly and a level
   * that covers just the share is judged the same wherever the grade is asked for.
   *
   * @param areas area of each level, that of level 0 (out of reach) first
   */
  public int grade(long... areas) {
    long unit = 0;
    for (long area : areas) {
      unit += area;
    }
    long needed = needed(unit);
    long above = 0;
    for (int level = areas.length - 1; level > 1; level--) {
      above += areas[level];
      if (above > 0 && above >= needed) {
        return level;
      }
    }
    return 1;
  }

  /** The share as it is written in decimals, so that 7 of 100 are 0.07. */
  private long needed(long unit) {
    return BigDecimal.valueOf(minShare)
        .multiply(BigDecimal.valueOf(unit))
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }
}
