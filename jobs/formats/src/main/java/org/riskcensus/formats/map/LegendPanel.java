package org.riskcensus.formats.map;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** What stands beside the map: north arrow, legend with areas, scale, projection, warnings. */
final class LegendPanel {

  private static final double ROW = 7.2;
  private static final double SWATCH_WIDTH = 9;
  private static final double SWATCH_HEIGHT = 4.6;
  private static final double NAME_AT = SWATCH_WIDTH + 2.2;
  private static final double PADDING = 4;
  private static final double SHARE_WIDTH = 13.5;
  private static final TextStyle ENTRY = TextStyle.regular(3.1);
  private static final TextStyle SMALL = TextStyle.soft(2.4);
  private static final Color WARNING = new Color(0xA8, 0x14, 0x20);

  private final MapSheet sheet;
  private final SheetWords words;
  private final SheetProjection projection;
  private final double left;
  private final double right;
  private final Rectangle2D box;
  private double y;

  LegendPanel(MapSheet sheet, SheetProjection projection, Rectangle2D box) {
    this.sheet = sheet;
    this.words = sheet.text().words();
    this.projection = projection;
    this.box = box;
    this.left = box.getMinX() + PADDING;
    this.right = box.getMaxX() - PADDING;
  }

  void draw(Canvas canvas) {
    canvas.line(box, TextStyle.INK, 0.2);
    NorthArrow.draw(canvas, words.say("north"), box.getCenterX(), box.getMinY() + 5);
    y = box.getMinY() + 28;
    canvas.text(
        words.say("legend"), TextStyle.bold(4.4), box.getCenterX(), y, Canvas.Anchor.CENTRE);
    y += 8;
    drawClasses(canvas);
    drawBoundaries(canvas);
    drawSymbols(canvas);
    drawFoot(canvas);
  }

  private void drawClasses(Canvas canvas) {
    canvas.text(sheet.text().legendTitle(), TextStyle.bold(3.1), left, y, Canvas.Anchor.LEFT);
    canvas.text(words.say("area"), SMALL, right - SHARE_WIDTH, y, Canvas.Anchor.RIGHT);
    canvas.text(words.say("share"), SMALL, right, y, Canvas.Anchor.RIGHT);
    y += ROW * 0.9;
    List<ClassArea> areas = sheet.content().areas();
    double total = areas.stream().mapToDouble(ClassArea::areaKm2).sum();
    double width = right - SHARE_WIDTH - 14 - left - NAME_AT;
    TextStyle names = ENTRY; // one size for all, that of the longest
    for (ClassArea area : areas) {
      names = names.fitting(area.name(), width);
    }
    for (ClassArea area : areas) {
      Rectangle2D swatch = swatch();
      MapStyle.fill(canvas, swatch, area.colour());
      canvas.line(swatch, TextStyle.INK, 0.15);
      canvas.text(area.name(), names, left + NAME_AT, y, Canvas.Anchor.LEFT);
      figures(canvas, area.areaKm2(), total, ENTRY);
      y += ROW;
    }
    canvas.line(left, y - ROW * 0.45, right, y - ROW * 0.45, 0.12);
    canvas.text(words.say("total"), ENTRY, left + NAME_AT, y, Canvas.Anchor.LEFT);
    figures(canvas, total, total, ENTRY);
    y += ROW * 1.25;
  }

  private Rectangle2D swatch() {
    return new Rectangle2D.Double(left, y - SWATCH_HEIGHT / 2, SWATCH_WIDTH, SWATCH_HEIGHT);
  }

  private void name(Canvas canvas, String name, double end) {
    double width = end - left - NAME_AT;
    canvas.text(name, ENTRY.fitting(name, width), left + NAME_AT, y, Canvas.Anchor.LEFT);
  }

  private void figures(Canvas canvas, double areaKm2, double total, TextStyle style) {
    canvas.text(area(areaKm2, total), style, right - SHARE_WIDTH, y, Canvas.Anchor.RIGHT);
    String share = total > 0 ? String.format(Locale.ROOT, "%.1f%%", areaKm2 / total * 100) : "—";
    canvas.text(share, style, right, y, Canvas.Anchor.RIGHT);
  }

  /** As many decimals as the total asks for, so that the column lines up. */
  static String area(double areaKm2, double total) {
    return String.format(Locale.ROOT, total < 100 ? "%.2f" : "%.1f", areaKm2);
  }

  private void drawBoundaries(Canvas canvas) {
    canvas.line(
        new java.awt.geom.Line2D.Double(left, y, left + SWATCH_WIDTH, y),
        MapStyle.COUNTY,
        MapStyle.COUNTY_WIDTH);
    name(canvas, words.say("county"), right);
    y += ROW * 0.85;
    if (!sheet.content().townships().isEmpty()) {
      canvas.line(
          new java.awt.geom.Line2D.Double(left, y, left + SWATCH_WIDTH, y),
          MapStyle.TOWNSHIP,
          MapStyle.TOWNSHIP_WIDTH,
          MapStyle.TOWNSHIP_DASHES);
      name(canvas, words.say("township"), right);
      y += ROW * 0.85;
    }
  }

  private void drawSymbols(Canvas canvas) {
    for (SymbolLayer layer : sheet.content().symbols()) {
      MapSymbol.draw(canvas, layer.symbol(), left + SWATCH_WIDTH / 2, y, 2.2);
      name(canvas, layer.name(), right - 14);
      canvas.text(
          words.say("places", String.valueOf(layer.places().size())),
          ENTRY,
          right,
          y,
          Canvas.Anchor.RIGHT);
      y += ROW * 0.85;
    }
  }

  private void drawFoot(Canvas canvas) {
    double foot = box.getMaxY() - 4;
    line(canvas, words.say("projection", String.valueOf(projection.centralMeridian())), foot);
    line(canvas, words.say("datum"), foot - 4);
    new ScaleBar(projection.denominator(), sheet.paper().millimetresPerUnit())
        .draw(canvas, words, box.getCenterX(), foot - 18, (right - left) * 0.8);
    if (sheet.text().synthetic()) {
      drawWarning(canvas, foot - 31);
    }
  }

  private void line(Canvas canvas, String text, double at) {
    TextStyle style = SMALL.fitting(text, right - left);
    canvas.text(text, style, box.getCenterX(), at, Canvas.Anchor.CENTRE);
  }

  private void drawWarning(Canvas canvas, double middle) {
    Rectangle2D frame = new Rectangle2D.Double(left, middle - 5.2, right - left, 10.4);
    canvas.line(frame, WARNING, 0.35);
    canvas.text(
        words.say("synthetic"),
        TextStyle.bold(3.6).in(WARNING),
        box.getCenterX(),
        middle - 1.9,
        Canvas.Anchor.CENTRE);
    canvas.text(
        words.say("synthetic.use"),
        TextStyle.regular(2.4).in(WARNING),
        box.getCenterX(),
        middle + 2.6,
        Canvas.Anchor.CENTRE);
  }
}
