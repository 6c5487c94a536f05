package org.riskcensus.formats.map;

import org.jspecify.annotations.Nullable;

/**
 * What became of the risk level of a place between two releases, in the order of a legend (变化图).
 * What grew worse is dark, what is as it was is grey, and what is not known any more is hatched, so
 * that the classes stay apart in grey print.
 */
public enum LevelChange {
  RISEN("risen", MapColour.RED),
  NEW("new", MapColour.YELLOW),
  FALLEN("fallen", MapColour.BLUE),
  /** The releases name their levels by different scales: a number of one is none of the other. */
  NOT_COMPARABLE("not_comparable", MapColour.GREEN),
  /** Reached by the hazard in both releases, or in neither; maps show the former alone. */
  UNCHANGED("unchanged", MapColour.UNCHANGED),
  NO_LONGER_SURVEYED("no_longer_surveyed", MapColour.MISSING);

  private final String code;
  private final MapColour colour;

  LevelChange(String code, MapColour colour) {
    this.code = code;
    this.colour = colour;
  }

  /**
   * The change from one release to the next.
   *
   * @param before level in the earlier release, 0 out of the hazard's reach; null not surveyed
   * @param after level in the later release, likewise
   * @throws IllegalArgumentException when neither release surveyed the place
   */
  public static LevelChange of(@Nullable Integer before, @Nullable Integer after) {
    if (before == null && after == null) {
      throw new IllegalArgumentException("a place that no release surveyed has not changed");
    }
    if (before == null) {
      return NEW;
    }
    if (after == null) {
      return NO_LONGER_SURVEYED;
    }
    int change = Integer.compare(after, before);
    return change > 0 ? RISEN : change < 0 ? FALLEN : UNCHANGED;
  }

  /** Its code in tables and in the list of changes. */
  public String code() {
    return code;
  }

  /** The colour on maps and in layer styles. */
  public MapColour colour() {
    return colour;
  }
}
