package org.riskcensus.formats.map;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** The scale (比例尺) as a ratio and as a bar of four parts, a round number of kilometres long. */
final class ScaleBar {

  private static final int PARTS = 4;
  private static final double HEIGHT = 1.3;
  private static final int[] ROUND = {1, 2, 4, 8, 10};

  private final double denominator;
  private final double unitsPerKilometre;

  ScaleBar(double denominator, double millimetresPerUnit) {
    this.denominator = denominator;
    this.unitsPerKilometre = 1_000_000 / denominator / millimetresPerUnit;
  }

  /** The longest round length that fits, in kilometres. */
  double length(double width) {
    double most = width / unitsPerKilometre;
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    double longest = power;
    for (int digit : ROUND) {
      if (digit * power <= most) {
        longest = digit * power;
      }
    }
    return longest;
  }

  /** Draws ratio and bar around a middle, the top at {@code y}. */
  void draw(Canvas canvas, SheetWords words, double middle, double y, double width) {
    canvas.text(
        words.say("scale", grouped(denominator)),
        TextStyle.regular(3.1),
        middle,
        y,
        Canvas.Anchor.CENTRE);
    double kilometres = length(width);
    double part = kilometres * unitsPerKilometre / PARTS;
    double left = middle - part * PARTS / 2;
    double top = y + 6.6;
    for (int i = 0; i < PARTS; i++) {
      Rectangle2D box = new Rectangle2D.Double(left + i * part, top, part, HEIGHT);
      canvas.fill(box, i % 2 == 0 ? TextStyle.INK : Color.WHITE);
      canvas.line(box, TextStyle.INK, 0.15);
    }
    for (int i = 0; i <= PARTS; i += 2) {
      double x = left + i * part;
      canvas.line(x, top, x, top - 0.9, 0.15);
      canvas.text(
          plain(kilometres * i / PARTS),
          TextStyle.regular(2.3),
          x,
          top - 2.5,
          Canvas.Anchor.CENTRE);
    }
    canvas.text(
        "km", TextStyle.regular(2.3), left + PARTS * part + 1.2, top + 0.6, Canvas.Anchor.LEFT);
  }

  /** Digits in groups of three, as on printed maps. */
  static String grouped(double number) {
    return String.format(Locale.ROOT, "%,d", Math.round(number)).replace(',', ' ');
  }

  static String plain(double number) {
    return number == Math.rint(number)
        ? String.valueOf(Math.round(number))
        : String.valueOf(number);
  }
}
