package org.riskcensus.formats.map;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws point symbols: dark with a white rim, told apart by shape. */
final class MapSymbol {

  private static final Color FILL = new Color(0x2B, 0x2B, 0x3A);

  private MapSymbol() {}

  static void draw(Canvas canvas, SymbolLayer.Symbol symbol, double x, double y, double size) {
    Shape shape = shape(symbol, x, y, size / 2);
    canvas.line(shape, Color.WHITE, 0.3);
    canvas.fill(shape, FILL);
  }

  private static Shape shape(SymbolLayer.Symbol symbol, double x, double y, double half) {
    return switch (symbol) {
      case CIRCLE -> new Ellipse2D.Double(x - half, y - half, 2 * half, 2 * half);
      case SQUARE -> new Rectangle2D.Double(x - half * 0.9, y - half * 0.9, half * 1.8, half * 1.8);
      case TRIANGLE -> polygon(x, y - half, x + half, y + half * 0.8, x - half, y + half * 0.8);
      case DIAMOND -> polygon(x, y - half * 1.1, x + half, y, x, y + half * 1.1, x - half, y);
    };
  }

  static Path2D polygon(double... positions) {
    Path2D path = new Path2D.Double();
    path.moveTo(positions[0], positions[1]);
    for (int i = 2; i < positions.length; i += 2) {
      path.lineTo(positions[i], positions[i + 1]);
    }
    path.closePath();
    return path;
  }
}
