package org.riskcensus.formats.map;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.locationtech.jts.geom.Coordinate;

/**
 * Meridians and parallels (经纬网): where they meet the neat line, and small crosses where they meet
 * each other. Spacing is a round number of minutes with at most six lines a side.
 */
final class Graticule {

  private static final int[] MINUTES = {1, 2, 5, 10, 15, 20, 30, 60, 120, 300};
  private static final int MOST_LINES = 6;
  private static final double TICK = 1.2;
  private static final double CROSS = 1.0;

  private final SheetProjection projection;
  private final Rectangle2D frame;
  private final double labelOffset;

  Graticule(SheetProjection projection, Rectangle2D frame, double labelOffset) {
    this.projection = projection;
    this.frame = frame;
    this.labelOffset = labelOffset;
  }

  void draw(Canvas canvas) {
    DoubleUnaryOperator north = x -> projection.degrees(x, frame.getMinY()).x;
    DoubleUnaryOperator south = x -> projection.degrees(x, frame.getMaxY()).x;
    DoubleUnaryOperator west = y -> projection.degrees(frame.getMinX(), y).y;
    DoubleUnaryOperator east = y -> projection.degrees(frame.getMaxX(), y).y;
    for (int minutes : lines(north, frame.getMinX(), frame.getMaxX())) {
      meridianTick(canvas, minutes, north, true);
      meridianTick(canvas, minutes, south, false);
    }
    for (int minutes : lines(west, frame.getMinY(), frame.getMaxY())) {
      parallelTick(canvas, minutes, west, true);
      parallelTick(canvas, minutes, east, false);
    }
    drawCrosses(canvas, north, west);
  }

  private void meridianTick(Canvas canvas, int minutes, DoubleUnaryOperator edge, boolean north) {
    double x = crossing(edge, minutes / 60.0, frame.getMinX(), frame.getMaxX());
    if (Double.isNaN(x)) {
      return;
    }
    double y = north ? frame.getMinY() : frame.getMaxY();
    double out = north ? -1 : 1;
    canvas.line(x, y, x, y + out * TICK, 0.2);
    if (x > frame.getMinX() + 6 && x < frame.getMaxX() - 6) {
      canvas.text(
          label(minutes, 'E'),
          TextStyle.regular(2.1),
          x,
          y + out * labelOffset,
          Canvas.Anchor.CENTRE);
    }
  }

  private void parallelTick(Canvas canvas, int minutes, DoubleUnaryOperator edge, boolean west) {
    double y = crossing(edge, minutes / 60.0, frame.getMinY(), frame.getMaxY());
    if (Double.isNaN(y)) {
      return;
    }
    double x = west ? frame.getMinX() : frame.getMaxX();
    double out = west ? -1 : 1;
    canvas.line(x, y, x + out * TICK, y, 0.2);
    if (y > frame.getMinY() + 6 && y < frame.getMaxY() - 6) {
      canvas.textUpwards(label(minutes, 'N'), TextStyle.regular(2.1), x + out * labelOffset, y);
    }
  }

  private void drawCrosses(Canvas canvas, DoubleUnaryOperator north, DoubleUnaryOperator west) {
    for (int longitude : lines(north, frame.getMinX(), frame.getMaxX())) {
      for (int latitude : lines(west, frame.getMinY(), frame.getMaxY())) {
        Point2D place = projection.place(new Coordinate(longitude / 60.0, latitude / 60.0));
        if (frame.contains(place.getX() - 3, place.getY() - 3, 6, 6)) {
          double x = place.getX();
          double y = place.getY();
          canvas.line(x - CROSS, y, x + CROSS, y, 0.12);
          canvas.line(x, y - CROSS, x, y + CROSS, 0.12);
        }
      }
    }
  }

  /** The lines that meet an edge, in minutes of arc. */
  private static List<Integer> lines(DoubleUnaryOperator edge, double from, double to) {
    double low = Math.min(edge.applyAsDouble(from), edge.applyAsDouble(to)) * 60;
    double high = Math.max(edge.applyAsDouble(from), edge.applyAsDouble(to)) * 60;
    int step = step(high - low);
    List<Integer> lines = new ArrayList<>();
    for (int line = (int) Math.ceil(low / step) * step; line <= high; line += step) {
      lines.add(line);
    }
    return lines;
  }

  static int step(double spanMinutes) {
    for (int step : MINUTES) {
      if (spanMinutes / step <= MOST_LINES) {
        return step;
      }
    }
    return MINUTES[MINUTES.length - 1];
  }

  /** Where a monotone function takes a value, to a thousandth of a unit; NaN when nowhere. */
  private static double crossing(DoubleUnaryOperator edge, double value, double from, double to) {
    double low = from;
    double high = to;
    boolean rising = edge.applyAsDouble(to) > edge.applyAsDouble(from);
    if ((edge.applyAsDouble(from) < value) != rising
        || (edge.applyAsDouble(to) > value) != rising) {
      return Double.NaN;
    }
    while (high - low > 1e-3) {
      double half = (low + high) / 2;
      if ((edge.applyAsDouble(half) < value) == rising) {
        low = half;
      } else {
        high = half;
      }
    }
    return (low + high) / 2;
  }

  static String label(int minutes, char side) {
    return "%d°%02d′%c".formatted(minutes / 60, minutes % 60, side);
  }
}
