package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.List;

/**
 * The fixed breaks that turn an index into a level. Intervals are half-open: an index on a break
 * belongs to the level above. Breaks are part of the method, not of the data, so levels of
 * different years compare.
 *
 * @param lowerBounds the lowest index of level 2, 3, 4, strictly ascending
 */
public record LevelBreaks(List<Double> lowerBounds) implements Serializable {

  /** Copies the bounds and refuses unordered ones. */
  public LevelBreaks {
    lowerBounds = List.copyOf(lowerBounds);
    if (lowerBounds.size() != 3) {
      throw new IllegalArgumentException("three breaks make four levels, got " + lowerBounds);
    }
    Ascending.require("breaks", lowerBounds);
  }

  /** The level of {@code index}, 1 to 4. */
  public int levelOf(double index) {
    int level = 1;
    for (double bound : lowerBounds) {
      if (index >= bound) {
        level++;
      }
    }
    return level;
  }
}
