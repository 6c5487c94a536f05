package org.riskcensus.formats.map;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws a sheet in its units, y downwards. Text is placed by its middle line. */
public interface Canvas {

  /** Which point of the text is placed. */
  enum Anchor {
    LEFT(0),
    CENTRE(0.5),
    RIGHT(1);

    private final double share;

    Anchor(double share) {
      this.share = share;
    }
  }

  void fill(Shape shape, Color colour);

  void line(Shape shape, Color colour, double width, float... dashes);

  /** Draws what {@code drawing} draws inside the shape only. */
  void clipped(Shape shape, Runnable drawing);

  /** Text whose baseline starts at the origin of {@code place}. */
  void text(String text, TextStyle style, AffineTransform place);

  default void line(double x1, double y1, double x2, double y2, double width) {
    line(new Line2D.Double(x1, y1, x2, y2), TextStyle.INK, width);
  }

  /** Diagonal lines inside the shape. */
  default void hatch(Shape shape, Color colour, double spacing) {
    Rectangle2D box = shape.getBounds2D();
    double from = Math.floor((box.getMinX() - box.getHeight()) / spacing) * spacing;
    Path2D lines = new Path2D.Double();
    for (double x = from; x < box.getMaxX(); x += spacing) {
      lines.moveTo(x, box.getMaxY());
      lines.lineTo(x + box.getHeight(), box.getMinY());
    }
    clipped(shape, () -> line(lines, colour, 0.15));
  }

  default void text(String text, TextStyle style, double x, double middle, Anchor anchor) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, middle);
    anchored(text, style, place, anchor);
  }

  /** Text that runs upwards. */
  default void textUpwards(String text, TextStyle style, double x, double y) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(-Math.PI / 2);
    anchored(text, style, place, Anchor.CENTRE);
  }

  private void anchored(String text, TextStyle style, AffineTransform place, Anchor anchor) {
    place.translate(-style.width(text) * anchor.share, style.size() * Typeface.MIDDLE);
    text(text, style, place);
  }

  /** Text as shapes. */
  default void outlines(String text, TextStyle style, AffineTransform place) {
    Path2D outline = style.typeface().outline(text, style.size());
    outline.transform(place);
    if (style.halo()) {
      line(outline, TextStyle.HALO, style.size() * TextStyle.HALO_WIDTH);
    }
    fill(outline, style.colour());
  }
}
