package org.riskcensus.formats.map;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** Draws a sheet: title on top, map to the left, legend to the right, imprint at the foot. */
public final class MapSheetRenderer {

  private static final double DOTS_PER_INCH = 200;
  private static final double MARGIN = 8;
  private static final double TOP = 29;
  private static final double FOOT = 14;
  private static final double PANEL = 62;
  private static final double GAP = 3;

  private MapSheetRenderer() {}

  /**
   * Draws the sheet to a PNG at 200 dpi, or as vectors to a file that ends in {@code .pdf}; the
   * file appears when it is whole.
   */
  public static void write(Path file, MapSheet sheet) throws IOException {
    if (file.toString().endsWith(".pdf")) {
      PdfFile.write(file, sheet, canvas -> draw(canvas, sheet));
    } else {
      PngFile.write(file, render(sheet), DOTS_PER_INCH);
    }
  }

  static BufferedImage render(MapSheet sheet) {
    Paper paper = sheet.paper();
    BufferedImage image =
        new BufferedImage(
            paper.pixelsWide(DOTS_PER_INCH),
            paper.pixelsHigh(DOTS_PER_INCH),
            BufferedImage.TYPE_INT_RGB);
    ImageCanvas canvas = new ImageCanvas(image, DOTS_PER_INCH / 25.4 * paper.millimetresPerUnit());
    draw(canvas, sheet);
    canvas.dispose();
    return image;
  }

  private static void draw(Canvas canvas, MapSheet sheet) {
    Paper paper = sheet.paper();
    double height = paper.height() - TOP - FOOT;
    double panelLeft = paper.width() - MARGIN - PANEL;
    MapFrame map =
        new MapFrame(sheet, new Rectangle2D.Double(MARGIN, TOP, panelLeft - GAP - MARGIN, height));
    drawHead(canvas, sheet);
    map.draw(canvas);
    new LegendPanel(sheet, map.projection(), new Rectangle2D.Double(panelLeft, TOP, PANEL, height))
        .draw(canvas);
    drawFoot(canvas, sheet);
  }

  private static void drawHead(Canvas canvas, MapSheet sheet) {
    double middle = sheet.paper().width() / 2;
    double width = sheet.paper().width() - 2 * MARGIN;
    String title = sheet.text().title();
    String subtitle = sheet.text().subtitle();
    canvas.text(
        title, TextStyle.bold(8.2).fitting(title, width), middle, 13.5, Canvas.Anchor.CENTRE);
    canvas.text(
        subtitle, TextStyle.soft(3.8).fitting(subtitle, width), middle, 22.6, Canvas.Anchor.CENTRE);
  }

  private static void drawFoot(Canvas canvas, MapSheet sheet) {
    double y = sheet.paper().height() - FOOT / 2;
    double right = sheet.paper().width() - MARGIN;
    SheetText text = sheet.text();
    TextStyle style = TextStyle.soft(2.7);
    SheetWords words = text.words();
    String imprint = words.say("imprint", words.date(text.date()), text.release());
    canvas.text(imprint, style, right, y, Canvas.Anchor.RIGHT);
    String source = words.say("source", text.source());
    double width = right - MARGIN - style.width(imprint) - 6;
    canvas.text(source, style.fitting(source, width), MARGIN, y, Canvas.Anchor.LEFT);
  }
}
