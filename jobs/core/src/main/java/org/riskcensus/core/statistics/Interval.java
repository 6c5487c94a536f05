package org.riskcensus.core.statistics;

import java.io.Serializable;

/** A closed interval of the unit of what it is an interval of. */
public record Interval(double lower, double upper) implements Serializable {

  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("no interval: %s to %s".formatted(lower, upper));
    }
  }
}
