package org.riskcensus.formats.chart;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.riskcensus.formats.map.Canvas;
import org.riskcensus.formats.map.TextStyle;

/** Names and colours of the series, in as many lines as they need. */
final class ChartLegend {

  private static final double LINE = 4.6;
  private static final double SIGN = 5.5;
  private static final double GAP = 6;
  private static final TextStyle NAME = TextStyle.regular(2.9);

  private final List<List<Series>> lines = new ArrayList<>();

  ChartLegend(List<Series> series, double width) {
    double used = Double.POSITIVE_INFINITY;
    for (Series one : series) {
      double wide = wide(one);
      if (used + wide > width) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.get(lines.size() - 1).add(one);
      used += wide;
    }
  }

  private static double wide(Series series) {
    return SIGN + NAME.width(series.name()) + GAP;
  }

  double height() {
    return LINE * lines.size();
  }

  void draw(Canvas canvas, double top) {
    double y = top + LINE / 2;
    for (List<Series> line : lines) {
      double x = 2;
      for (Series series : line) {
        drawSign(canvas, series, x, y);
        canvas.text(series.name(), NAME, x + SIGN, y, Canvas.Anchor.LEFT);
        x += wide(series);
      }
      y += LINE;
    }
  }

  private static void drawSign(Canvas canvas, Series series, double x, double y) {
    if (series.mark() == Series.Mark.BAR) {
      canvas.fill(new Rectangle2D.Double(x, y - 1.3, 4.2, 2.6), series.colour());
    } else {
      canvas.line(new Line2D.Double(x, y, x + 4.2, y), series.colour(), 0.5);
      canvas.fill(new Ellipse2D.Double(x + 1.4, y - 0.7, 1.4, 1.4), series.colour());
    }
  }
}
