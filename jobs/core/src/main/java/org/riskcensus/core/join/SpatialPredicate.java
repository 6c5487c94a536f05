package org.riskcensus.core.join;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a left geometry must lie to a right one: {@code left PREDICATE right}. The first nine are the
 * named relations of DE-9IM on the plane of the coordinates; {@code dwithin} and {@code nearest}
 * measure in metres; {@code locate} gives each left row to one right row at most.
 */
public enum SpatialPredicate {
  INTERSECTS("intersects"),
  CONTAINS("contains"),
  WITHIN("within"),
  COVERS("covers"),
  COVERED_BY("coveredBy"),
  OVERLAPS("overlaps"),
  TOUCHES("touches"),
  CROSSES("crosses"),
  EQUALS("equals"),
  /** Not farther away than a distance, the distance itself included. */
  DWITHIN("dwithin"),
  /**
   * A point belongs to the one area of a tiling coverage that has it, also on shared borders; lines
   * and areas go by a point in their interior.
   */
  LOCATE("locate"),
  /** Among the k nearest; of equally far ones the first in the order of the right side. */
  NEAREST("nearest");

  private final String word;

  SpatialPredicate(String word) {
    this.word = word;
  }

  /** The name on the command line, such as {@code coveredBy}. */
  public String word() {
    return word;
  }

  /** By name, whatever its case. */
  public static Optional<SpatialPredicate> find(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(p -> p.word.toLowerCase(Locale.ROOT).equals(plain))
        .findFirst();
  }

  /** All names, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(SpatialPredicate::word).collect(Collectors.joining(", "));
  }

  /** Whether pairs are decided by distance rather than by a relation of DE-9IM. */
  public boolean measured() {
    return this == DWITHIN || this == NEAREST;
  }
}
