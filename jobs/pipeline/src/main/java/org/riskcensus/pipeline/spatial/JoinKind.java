package org.riskcensus.pipeline.spatial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which rows a join gives. */
public enum JoinKind {
  /** A row a pair. */
  INNER,
  /** A row a pair, and every left row without a partner once, with nulls for the right. */
  LEFT,
  /** Every left row that has a partner, once. */
  SEMI,
  /** Every left row that has none. */
  ANTI;

  /** By name, whatever its case. */
  public static Optional<JoinKind> find(String word) {
    String name = word.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** Whether rows of the right side come out. */
  public boolean withRight() {
    return this == INNER || this == LEFT;
  }
}
