package org.riskcensus.formats.map;

import java.awt.Color;
import java.util.List;

/**
 * The colours of the four-colour map (红橙黄蓝四色图), red highest. Each is lighter than the one above it,
 * so that the order survives a grey print and does not rest on telling red from green.
 */
public enum MapColour {
  RED(new Color(0xB7, 0x1C, 0x26)),
  ORANGE(new Color(0xE5, 0x6F, 0x1E)),
  YELLOW(new Color(0xF2, 0xC2, 0x30)),
  BLUE(new Color(0xD3, 0xE8, 0xF8)),
  /** Blue where a fifth level, green, lies below it. */
  DEEP_BLUE(new Color(0xBA, 0xDF, 0xF9)),
  GREEN(new Color(0xE1, 0xF2, 0xD2)),
  /** Reached by the hazard and as before, in maps of changes. */
  UNCHANGED(new Color(0xCF, 0xCF, 0xCA)),
  /** No data (无数据): hatched, never a colour of the scale. */
  MISSING(new Color(0xFF, 0xFF, 0xFF)),
  /** Inside the county, in none of the classes. */
  OUTSIDE(new Color(0xF4, 0xF4, 0xF0));

  private final Color fill;

  MapColour(Color fill) {
    this.fill = fill;
  }

  /** The colours that levels may have. */
  public static List<MapColour> scale() {
    return List.of(RED, ORANGE, YELLOW, BLUE, DEEP_BLUE, GREEN);
  }

  /** Colour of the area. */
  public Color fill() {
    return fill;
  }

  /** Whether lines are drawn over it. */
  public boolean hatched() {
    return this == MISSING;
  }
}
