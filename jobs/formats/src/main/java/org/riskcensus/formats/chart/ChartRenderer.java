package org.riskcensus.formats.chart;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.riskcensus.formats.map.Canvas;
import org.riskcensus.formats.map.ImageCanvas;
import org.riskcensus.formats.map.PngFile;
import org.riskcensus.formats.map.TextStyle;

/** Draws a chart: unit and legend on top, value axis to the left, categories below; in mm. */
public final class ChartRenderer {

  /** Width in millimetres. */
  public static final double WIDTH = 160;

  private static final double DOTS_PER_INCH = 200;
  private static final double BOTTOM = 9;
  private static final double RIGHT = 2;
  private static final double PLOT_HEIGHT = 56;
  private static final double BAR_SHARE = 0.72;
  private static final Color GRID = new Color(0xDD, 0xDD, 0xDD);
  private static final TextStyle LABEL = TextStyle.soft(2.8);
  private static final TextStyle VALUE = TextStyle.regular(2.5);

  private final Chart chart;
  private final Axis axis;
  private final ChartLegend legend;
  private final Rectangle2D plot;

  private ChartRenderer(Chart chart) {
    this.chart = chart;
    this.axis = Axis.upTo(chart.top());
    this.legend = new ChartLegend(chart.series(), WIDTH);
    double top = 5.5 + legend.height() + 3;
    double left = 2;
    for (int tick = 0; tick <= axis.ticks(); tick++) {
      left = Math.max(left, LABEL.width(axis.label(tick)) + 3);
    }
    this.plot = new Rectangle2D.Double(left, top, WIDTH - left - RIGHT, PLOT_HEIGHT);
  }

  /** The chart as a PNG. */
  public static byte[] png(Chart chart) {
    ChartRenderer renderer = new ChartRenderer(chart);
    return PngFile.bytes(renderer.render(), DOTS_PER_INCH);
  }

  private BufferedImage render() {
    double scale = DOTS_PER_INCH / 25.4;
    int wide = (int) Math.round(WIDTH * scale);
    int high = (int) Math.round((plot.getMaxY() + BOTTOM) * scale);
    BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    ImageCanvas canvas = new ImageCanvas(image, scale);
    drawAxis(canvas);
    legend.draw(canvas, 5.5);
    for (int category = 0; category < chart.categories().size(); category++) {
      drawCategory(canvas, category);
    }
    chart.series().stream()
        .filter(one -> one.mark() == Series.Mark.LINE)
        .forEach(line -> drawLine(canvas, line));
    canvas.dispose();
    return image;
  }

  private void drawAxis(Canvas canvas) {
    canvas.text(chart.unit(), LABEL, plot.getX(), 2.6, Canvas.Anchor.LEFT);
    for (int tick = 0; tick <= axis.ticks(); tick++) {
      double y = y(axis.end() * tick / axis.ticks());
      Line2D line = new Line2D.Double(plot.getX(), y, plot.getMaxX(), y);
      canvas.line(line, tick == 0 ? TextStyle.SOFT : GRID, tick == 0 ? 0.25 : 0.15);
      canvas.text(axis.label(tick), LABEL, plot.getX() - 1.5, y, Canvas.Anchor.RIGHT);
    }
  }

  private void drawCategory(Canvas canvas, int category) {
    String name = chart.categories().get(category);
    TextStyle style = LABEL.fitting(name, slot() * 0.96);
    canvas.text(name, style, middle(category), plot.getMaxY() + 3.6, Canvas.Anchor.CENTRE);
    List<Series> bars = chart.bars();
    double width = slot() * BAR_SHARE / (chart.stacked() ? 1 : Math.max(1, bars.size()));
    double left = middle(category) - slot() * BAR_SHARE / 2;
    double base = 0;
    for (int i = 0; i < bars.size(); i++) {
      double x = chart.stacked() ? left : left + i * width;
      drawBar(canvas, bars.get(i), category, new Rectangle2D.Double(x, base, width, 0));
      base += chart.stacked() ? bars.get(i).valueOrZero(category) : 0;
    }
  }

  /** Draws one bar on {@code place}: left edge, value it stands on, width. */
  private void drawBar(Canvas canvas, Series series, int category, Rectangle2D place) {
    Double value = series.values().get(category);
    double middle = place.getCenterX();
    if (value == null) {
      if (!chart.stacked()) {
        canvas.text("…", LABEL, middle, plot.getMaxY() - 2, Canvas.Anchor.CENTRE);
      }
      return;
    }
    double top = y(place.getY() + value);
    double high = y(place.getY()) - top;
    canvas.fill(
        new Rectangle2D.Double(place.getX(), top, place.getWidth() * 0.96, high), series.colour());
    String label = valueLabel(value);
    if (!chart.stacked() && VALUE.width(label) <= place.getWidth() * 1.25) {
      canvas.text(label, VALUE, middle, top - 1.8, Canvas.Anchor.CENTRE);
    }
  }

  private void drawLine(Canvas canvas, Series line) {
    Path2D path = new Path2D.Double();
    boolean open = false;
    for (int category = 0; category < line.values().size(); category++) {
      Double value = line.values().get(category);
      if (value != null) {
        double x = middle(category);
        if (open) {
          path.lineTo(x, y(value));
        } else {
          path.moveTo(x, y(value));
        }
        canvas.fill(new Ellipse2D.Double(x - 0.7, y(value) - 0.7, 1.4, 1.4), line.colour());
      }
      open = value != null;
    }
    canvas.line(path, line.colour(), 0.5);
  }

  private static String valueLabel(double value) {
    return value >= 100 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private double slot() {
    return plot.getWidth() / Math.max(1, chart.categories().size());
  }

  private double middle(int category) {
    return plot.getX() + slot() * (category + 0.5);
  }

  private double y(double value) {
    return plot.getMaxY() - plot.getHeight() * value / axis.end();
  }
}
