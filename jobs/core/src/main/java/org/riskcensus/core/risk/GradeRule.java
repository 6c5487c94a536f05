package org.riskcensus.core.risk;

import java.io.Serializable;

/**
 * Grade of a unit: the highest level whose area, with that of the levels above it, is at least a
 * share of the unit; level 1 where none is.
 *
 * @param minShare that share, 0 to 1
 */
public record GradeRule(double minShare) implements Serializable {

  /**
   * The grade.
   *
   * @param areas area of each level, that of level 0 (out of reach) first, in any unit
   */
  public int grade(double... areas) {
    double unit = 0;
    for (double area : areas) {
      unit += area;
    }
    double above = 0;
    for (int level = areas.length - 1; level > 1; level--) {
      above += areas[level];
      if (above > 0 && above >= minShare * unit) {
        return level;
      }
    }
    return 1;
  }
}
