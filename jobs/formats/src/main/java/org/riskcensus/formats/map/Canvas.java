package org.riskcensus.formats.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws on the image in sheet units, y downwards. Text is placed by its middle line. */
final class Canvas {

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

  private final Graphics2D graphics;

  Canvas(BufferedImage image, double pixelsPerUnit) {
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(pixelsPerUnit, pixelsPerUnit);
  }

  void fill(Shape shape, Color colour) {
    graphics.setColor(colour);
    graphics.fill(shape);
  }

  void line(Shape shape, Color colour, double width, float... dashes) {
    graphics.setColor(colour);
    graphics.setStroke(
        new BasicStroke(
            (float) width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            dashes.length == 0 ? null : dashes,
            0));
    graphics.draw(shape);
  }

  void line(double x1, double y1, double x2, double y2, double width) {
    line(new Line2D.Double(x1, y1, x2, y2), TextStyle.INK, width);
  }

  /** Diagonal lines inside the shape. */
  void hatch(Shape shape, Color colour, double spacing) {
    Shape before = graphics.getClip();
    graphics.clip(shape);
    Rectangle2D box = shape.getBounds2D();
    double from = Math.floor((box.getMinX() - box.getHeight()) / spacing) * spacing;
    Path2D lines = new Path2D.Double();
    for (double x = from; x < box.getMaxX(); x += spacing) {
      lines.moveTo(x, box.getMaxY());
      lines.lineTo(x + box.getHeight(), box.getMinY());
    }
    line(lines, colour, 0.15);
    graphics.setClip(before);
  }

  /** Draws what {@code drawing} draws inside the rectangle only. */
  void clipped(Rectangle2D frame, Runnable drawing) {
    Shape before = graphics.getClip();
    graphics.clip(frame);
    drawing.run();
    graphics.setClip(before);
  }

  void text(String text, TextStyle style, double x, double middle, Anchor anchor) {
    text(text, style, AffineTransform.getTranslateInstance(x, middle), anchor);
  }

  /** Text that runs upwards. */
  void textUpwards(String text, TextStyle style, double x, double y) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(-Math.PI / 2);
    text(text, style, place, Anchor.CENTRE);
  }

  private void text(String text, TextStyle style, AffineTransform place, Anchor anchor) {
    place.translate(-style.width(text) * anchor.share, style.size() * Typeface.MIDDLE);
    Path2D outline = style.typeface().outline(text, style.size());
    outline.transform(place);
    if (style.halo()) {
      line(outline, new Color(255, 255, 255, 225), style.size() * 0.24);
    }
    fill(outline, style.colour());
  }

  void dispose() {
    graphics.dispose();
  }
}
