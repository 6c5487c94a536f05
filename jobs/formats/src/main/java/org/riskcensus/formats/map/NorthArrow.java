package org.riskcensus.formats.map;

import java.awt.Color;

/** The north arrow (指北针): half dark, half light, with a letter above it. */
final class NorthArrow {

  private NorthArrow() {}

  /** Draws the arrow below {@code top}, 15 units high with its letter. */
  static void draw(Canvas canvas, String letter, double middle, double top) {
    canvas.text(letter, TextStyle.bold(3.4), middle, top + 1.7, Canvas.Anchor.CENTRE);
    double tip = top + 4.0;
    double foot = top + 15;
    double notch = top + 12.2;
    double half = 2.9;
    canvas.fill(MapSymbol.polygon(middle, tip, middle, notch, middle - half, foot), TextStyle.INK);
    canvas.fill(MapSymbol.polygon(middle, tip, middle, notch, middle + half, foot), Color.WHITE);
    canvas.line(
        MapSymbol.polygon(middle, tip, middle + half, foot, middle, notch, middle - half, foot),
        TextStyle.INK,
        0.2);
  }
}
