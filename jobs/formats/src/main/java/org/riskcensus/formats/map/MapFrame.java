package org.riskcensus.formats.map;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.dissolve.LineDissolver;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The map itself: classes, boundaries, symbols, names, inside its double frame (图廓). */
final class MapFrame {

  /** Between the neat line (内图廓) and the outer frame, where the graticule is labelled. */
  static final double MARGIN = 4.4;

  /** Kept free between the county and the neat line. */
  private static final double PADDING = 4;

  private final MapContent content;
  private final Rectangle2D outer;
  private final Rectangle2D inner;
  private final SheetProjection projection;

  MapFrame(MapSheet sheet, Rectangle2D outer) {
    this.content = sheet.content();
    this.outer = outer;
    this.inner = inset(outer, MARGIN);
    this.projection =
        SheetProjection.fit(
            content.county(), inset(inner, PADDING), sheet.paper().millimetresPerUnit());
  }

  SheetProjection projection() {
    return projection;
  }

  private static Rectangle2D inset(Rectangle2D box, double by) {
    return new Rectangle2D.Double(
        box.getX() + by, box.getY() + by, box.getWidth() - 2 * by, box.getHeight() - 2 * by);
  }

  void draw(Canvas canvas) {
    canvas.clipped(inner, () -> drawInside(canvas));
    new Graticule(projection, inner, MARGIN - 1.9).draw(canvas);
    canvas.line(inner, TextStyle.INK, 0.2);
    canvas.line(outer, TextStyle.INK, 0.8);
  }

  private void drawInside(Canvas canvas) {
    Shape county = shape(content.county());
    canvas.fill(county, MapColour.OUTSIDE.fill());
    for (ClassArea area : content.areas()) {
      Geometry geometry = area.geometry();
      if (geometry != null) {
        Path2D shape = shape(geometry);
        MapStyle.fill(canvas, shape, area.colour());
        canvas.line(shape, MapStyle.CLASS_EDGE, MapStyle.CLASS_EDGE_WIDTH);
      }
    }
    List<NamedArea> townships = new ArrayList<>();
    for (NamedArea township : content.townships()) {
      Geometry outline = projection.onSheet(township.outline());
      townships.add(new NamedArea(township.name(), outline));
    }
    Path2D boundaries = boundaries(townships);
    canvas.line(boundaries, MapStyle.CASING, MapStyle.CASING_WIDTH);
    canvas.line(boundaries, MapStyle.TOWNSHIP, MapStyle.TOWNSHIP_WIDTH, MapStyle.TOWNSHIP_DASHES);
    canvas.line(county, MapStyle.COUNTY, MapStyle.COUNTY_WIDTH);
    List<Envelope> symbols = new ArrayList<>();
    content.symbols().forEach(layer -> symbols.addAll(drawSymbols(canvas, layer)));
    LabelPlacement.place(townships, MapStyle.TOWNSHIP_NAME, symbols)
        .forEach(label -> LabelPlacement.draw(canvas, label));
  }

  /** Each boundary once: dashes drawn twice would close into a solid line. */
  private static Path2D boundaries(List<NamedArea> townships) {
    if (townships.isEmpty()) {
      return new Path2D.Double();
    }
    LineDissolver lines = new LineDissolver();
    townships.forEach(township -> lines.add(township.outline()));
    return SheetProjection.shape(lines.getResult());
  }

  /** From north to south, so that nearer symbols stand before farther ones. */
  private List<Envelope> drawSymbols(Canvas canvas, SymbolLayer layer) {
    List<Envelope> drawn = new ArrayList<>();
    double size = layer.places().size() > 200 ? 1.0 : 1.6;
    List<Coordinate> places = new ArrayList<>(layer.places());
    places.sort(Comparator.comparingDouble((Coordinate c) -> -c.y).thenComparing(c -> c.x));
    for (Coordinate degrees : places) {
      Point2D place = projection.place(degrees);
      MapSymbol.draw(canvas, layer.symbol(), place.getX(), place.getY(), size);
      Envelope box = new Envelope(new Coordinate(place.getX(), place.getY()));
      box.expandBy(size / 2);
      drawn.add(box);
    }
    return drawn;
  }

  private Path2D shape(Geometry degrees) {
    return SheetProjection.shape(projection.onSheet(degrees));
  }
}
