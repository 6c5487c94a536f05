package org.riskcensus.formats.map;

/**
 * Paper in landscape. A sheet is laid out in units of a millimetre on A4; on larger paper a unit
 * grows, so that text and lines stay in proportion for a wall.
 */
public enum Paper {
  A4(297, 210, 1.0),
  A3(420, 297, 1.25);

  private final double widthMillimetres;
  private final double heightMillimetres;
  private final double millimetresPerUnit;

  Paper(double widthMillimetres, double heightMillimetres, double millimetresPerUnit) {
    this.widthMillimetres = widthMillimetres;
    this.heightMillimetres = heightMillimetres;
    this.millimetresPerUnit = millimetresPerUnit;
  }

  double width() {
    return widthMillimetres / millimetresPerUnit;
  }

  double height() {
    return heightMillimetres / millimetresPerUnit;
  }

  double millimetresPerUnit() {
    return millimetresPerUnit;
  }

  int pixelsWide(double dotsPerInch) {
    return (int) Math.round(widthMillimetres * dotsPerInch / 25.4);
  }

  int pixelsHigh(double dotsPerInch) {
    return (int) Math.round(heightMillimetres * dotsPerInch / 25.4);
  }
}
