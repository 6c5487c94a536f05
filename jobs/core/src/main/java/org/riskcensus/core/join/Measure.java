package org.riskcensus.core.join;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be measured of a pair of rows, and the columns it gives. */
public enum Measure {
  /** The area that both share (m²); 0 where one of them has none. */
  AREA("overlap_area_m2"),
  /**
   * Metres of the lines of either side that lie in the other one, its border included; what several
   * lines have in common counts once. 0 where neither has lines: two areas share an area.
   */
  LENGTH("overlap_length_m"),
  /**
   * What part of the left and of the right geometry is shared, 0 to 1: of an area by area, of lines
   * by length. Points have no size, so they have no share.
   */
  SHARES("share_left", "share_right");

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that does not change
  private final List<String> columns;

  Measure(String... columns) {
    this.columns = List.of(columns);
  }

  /** The names of its columns. */
  public List<String> columns() {
    return columns;
  }

  /** The name on the command line, such as {@code area}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By name, whatever its case. */
  public static Optional<Measure> find(String word) {
    return Arrays.stream(values()).filter(m -> m.word().equalsIgnoreCase(word.strip())).findFirst();
  }

  /** All names, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(Measure::word).collect(Collectors.joining(", "));
  }
}
