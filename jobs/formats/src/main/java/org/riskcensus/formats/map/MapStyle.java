package org.riskcensus.formats.map;

import java.awt.Color;

/** Lines and colours that the map and its legend share; widths in sheet units. */
final class MapStyle {

  static final Color COUNTY = new Color(0x1A, 0x1A, 0x1A);
  static final double COUNTY_WIDTH = 0.75;
  static final Color TOWNSHIP = new Color(0x4A, 0x4A, 0x4A);
  static final double TOWNSHIP_WIDTH = 0.22;
  static final float[] TOWNSHIP_DASHES = {1.6f, 0.5f, 0.4f, 0.5f};

  /** Under the township line, so that it shows on dark classes. */
  static final Color CASING = new Color(255, 255, 255, 150);

  static final double CASING_WIDTH = 0.55;
  static final Color CLASS_EDGE = new Color(0, 0, 0, 70);
  static final double CLASS_EDGE_WIDTH = 0.1;
  static final Color HATCH = new Color(0x88, 0x88, 0x88);
  static final double HATCH_SPACING = 1.3;
  static final TextStyle TOWNSHIP_NAME = TextStyle.regular(2.9).withHalo();

  private MapStyle() {}

  /** Class areas are the same on the map and in the legend. */
  static void fill(Canvas canvas, java.awt.Shape shape, MapColour colour) {
    canvas.fill(shape, colour.fill());
    if (colour.hatched()) {
      canvas.hatch(shape, HATCH, HATCH_SPACING);
    }
  }
}
