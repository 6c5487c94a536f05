package org.riskcensus.pipeline.contract;

import java.util.Arrays;
import java.util.Optional;

/** Who may see the rows of a table. */
public enum Sensitivity {
  /** Public aggregates and level maps. */
  L0,
  /** Internal tables. */
  L1,
  /** Restricted: coordinates of single objects, households, persons. */
  L2;

  static Optional<Sensitivity> find(String text) {
    return Arrays.stream(values()).filter(level -> level.name().equals(text)).findFirst();
  }
}
