package org.riskcensus.formats.map;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What became of the risk level of a place between two releases, in the order of a legend (变化图).
 * What grew worse is dark, what is as it was is grey, and what is not known any more is hatched, so
 * that the classes stay apart in grey print.
 */
public enum LevelChange {
  RISEN("risen", "风险升高", "risen", MapColour.RED),
  NEW("new", "新增评估", "new", MapColour.YELLOW),
  FALLEN("fallen", "风险降低", "fallen", MapColour.BLUE),
  /** The releases name their levels by different scales: a number of one is none of the other. */
  NOT_COMPARABLE("not_comparable", "不可比", "not comparable", MapColour.GREEN),
  /** Reached by the hazard in both releases, or in neither; maps show the former alone. */
  UNCHANGED("unchanged", "无变化", "unchanged", MapColour.UNCHANGED),
  NO_LONGER_SURVEYED("no_longer_surveyed", "不再普查", "no longer surveyed", MapColour.MISSING);

  private final String code;
  private final String zh;
  private final String en;
  private final MapColour colour;

  LevelChange(String code, String zh, String en, MapColour colour) {
    this.code = code;
    this.zh = zh;
    this.en = en;
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

  /** The name in tables. */
  public String code() {
    return code;
  }

  /** The Chinese name in a legend. */
  public String zh() {
    return zh;
  }

  /** The English name in a legend. */
  public String en() {
    return en;
  }

  /** The colour on maps and in layer styles. */
  public MapColour colour() {
    return colour;
  }

  /**
   * All places of this change as a class of a map sheet.
   *
   * @param geometry CGCS2000 longitude and latitude; null for none
   */
  public ClassArea area(@Nullable Geometry geometry, double areaKm2) {
    return new ClassArea(zh, colour, geometry, areaKm2);
  }
}
