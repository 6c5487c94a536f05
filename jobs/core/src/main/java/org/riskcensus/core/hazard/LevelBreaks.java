package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.List;

/**
 * The breaks that turn an index into a level. Intervals are half-open: an index on a break belongs
 * to the level above. Equal breaks, which percentiles of many equal values give, leave a level
 * without values.
 *
 * @param lowerBounds the lowest index of each level but the first, never falling
 */
public record LevelBreaks(List<Double> lowerBounds) implements Serializable {

  /** Copies the bounds and refuses falling ones. */
  public LevelBreaks {
    lowerBounds = List.copyOf(lowerBounds);
    if (lowerBounds.isEmpty()) {
      throw new IllegalArgumentException("there is no break, so there is one level only");
    }
    for (int i = 1; i < lowerBounds.size(); i++) {
      if (!(lowerBounds.get(i - 1) <= lowerBounds.get(i))) {
        throw new IllegalArgumentException("breaks must not fall, got " + lowerBounds);
      }
    }
  }

  /** Number of levels. */
  public int size() {
    return lowerBounds.size() + 1;
  }

  /** The level of {@code index}, 1 the lowest. */
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
