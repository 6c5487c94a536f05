package org.riskcensus.formats.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Places the names of areas inside them, none over another. Small areas choose first, as they have
 * the least room. Each tries its place of most room, then places around it; in one line, then in
 * two, then smaller; first clear of all symbols, then over them. A name for which nothing is left
 * is written at its best place if that is free, over the area's border, or left out.
 */
final class LabelPlacement {

  /** A placed name: its lines from top to bottom around a middle. */
  record Label(List<String> lines, TextStyle style, Coordinate middle) {}

  private static final double LINE = 1.12;
  private static final double CLEARANCE = 0.35;
  private static final int STEPS = 24;
  private static final double[] SIZES = {1, 0.88, 0.76};

  private record Try(List<String> lines, TextStyle style) {
    Envelope box(Coordinate middle) {
      double width = lines.stream().mapToDouble(style::width).max().orElse(0);
      double height = lines.size() * style.size() * LINE;
      Envelope box = new Envelope(middle);
      box.expandBy(width / 2 + CLEARANCE, height / 2 + CLEARANCE / 2);
      return box;
    }

    Label at(Coordinate middle) {
      return new Label(lines, style, middle);
    }
  }

  private final TextStyle style;
  private final List<Envelope> symbols;
  private final List<Envelope> taken = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

  private LabelPlacement(TextStyle style, List<Envelope> symbols) {
    this.style = style;
    this.symbols = symbols;
  }

  /**
   * Places names.
   *
   * @param areas in sheet units
   * @param symbols boxes to keep clear of where there is room
   */
  static List<Label> place(List<NamedArea> areas, TextStyle style, List<Envelope> symbols) {
    LabelPlacement placement = new LabelPlacement(style, symbols);
    areas.stream()
        .filter(area -> !area.outline().isEmpty() && area.outline().getArea() > 0)
        .sorted(
            Comparator.comparingDouble((NamedArea area) -> area.outline().getArea())
                .thenComparing(NamedArea::name))
        .forEach(placement::place);
    return placement.labels;
  }

  private void place(NamedArea area) {
    Geometry outline = largestPart(area.outline());
    List<Coordinate> places = places(outline);
    PreparedGeometry inside = PreparedGeometryFactory.prepare(outline);
    List<Try> attempts = attempts(area.name());
    for (boolean clear : new boolean[] {true, false}) {
      for (Try attempt : attempts) {
        Optional<Coordinate> found =
            places.stream()
                .filter(place -> free(attempt.box(place), taken))
                .filter(place -> !clear || free(attempt.box(place), symbols))
                .filter(place -> inside.covers(rectangle(attempt.box(place))))
                .findFirst();
        if (found.isPresent()) {
          accept(attempt, found.get());
          return;
        }
      }
    }
    Try smallest = attempts.get(attempts.size() - 1);
    if (free(smallest.box(places.get(0)), taken)) {
      accept(smallest, places.get(0));
    }
  }

  private List<Try> attempts(String name) {
    List<Try> attempts = new ArrayList<>();
    for (double size : SIZES) {
      for (List<String> lines : arrangements(name)) {
        attempts.add(new Try(lines, style.of(style.size() * size)));
      }
    }
    return attempts;
  }

  private void accept(Try attempt, Coordinate place) {
    taken.add(attempt.box(place));
    labels.add(attempt.at(place));
  }

  private static boolean free(Envelope box, List<Envelope> taken) {
    return taken.stream().noneMatch(box::intersects);
  }

  private static Geometry largestPart(Geometry outline) {
    Geometry largest = outline.getGeometryN(0);
    for (int i = 1; i < outline.getNumGeometries(); i++) {
      if (outline.getGeometryN(i).getArea() > largest.getArea()) {
        largest = outline.getGeometryN(i);
      }
    }
    return largest;
  }

  /** The place of most room, then a grid of places by their distance from it. */
  private static List<Coordinate> places(Geometry outline) {
    Envelope box = outline.getEnvelopeInternal();
    double tolerance = Math.max(box.getDiameter() / 200, 1e-6);
    Coordinate best = MaximumInscribedCircle.getCenter(outline, tolerance).getCoordinate();
    List<Coordinate> places = new ArrayList<>();
    for (int i = 1; i < STEPS; i++) {
      for (int j = 1; j < STEPS; j++) {
        places.add(
            new Coordinate(
                box.getMinX() + box.getWidth() * i / STEPS,
                box.getMinY() + box.getHeight() * j / STEPS));
      }
    }
    places.sort(Comparator.comparingDouble(best::distance));
    places.add(0, best);
    return places;
  }

  /** In one line and, from four characters on, in two. */
  private static List<List<String>> arrangements(String name) {
    if (name.length() < 4) {
      return List.of(List.of(name));
    }
    int half = (name.length() + 1) / 2;
    return List.of(List.of(name), List.of(name.substring(0, half), name.substring(half)));
  }

  private static Geometry rectangle(Envelope box) {
    return new GeometryFactory().toGeometry(box);
  }

  /** Draws a label, its lines centred. */
  static void draw(Canvas canvas, Label label) {
    double height = label.style().size() * LINE;
    double y = label.middle().y - height * (label.lines().size() - 1) / 2;
    for (String line : label.lines()) {
      canvas.text(line, label.style(), label.middle().x, y, Canvas.Anchor.CENTRE);
      y += height;
    }
  }
}
