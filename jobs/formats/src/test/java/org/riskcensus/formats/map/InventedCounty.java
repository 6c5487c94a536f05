package org.riskcensus.formats.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** A county of invented shape with townships and zones, for sheets that can be looked at. */
final class InventedCounty {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Geometry outline;
  private final List<NamedArea> townships = new ArrayList<>();
  private final Random random = new Random(7);

  InventedCounty(Coordinate centre, double radius, List<String> names) {
    outline = blob(centre, radius);
    List<Coordinate> seats = new ArrayList<>();
    while (seats.size() < names.size()) {
      Coordinate seat = within(centre, radius);
      if (outline.contains(GEOMETRY.createPoint(seat))) {
        seats.add(seat);
      }
    }
    VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
    voronoi.setSites(seats);
    voronoi.setClipEnvelope(new Envelope(outline.getEnvelopeInternal()));
    Geometry cells = voronoi.getDiagram(GEOMETRY);
    for (int i = 0; i < cells.getNumGeometries(); i++) {
      townships.add(new NamedArea(names.get(i), cells.getGeometryN(i).intersection(outline)));
    }
  }

  private Coordinate within(Coordinate centre, double radius) {
    return new Coordinate(
        centre.x + (random.nextDouble() * 2 - 1) * radius * 1.2,
        centre.y + (random.nextDouble() * 2 - 1) * radius);
  }

  private Geometry blob(Coordinate centre, double radius) {
    int vertices = 160;
    double[] phases = random.doubles(6, 0, 2 * Math.PI).toArray();
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      double r = 1;
      for (int wave = 0; wave < phases.length; wave++) {
        r += 0.22 / (wave + 1) * Math.sin((wave + 2) * angle + phases[wave]);
      }
      ring[i] =
          new Coordinate(
              centre.x + radius * 1.2 * r * Math.cos(angle),
              centre.y + radius * r * Math.sin(angle));
    }
    ring[vertices] = ring[0].copy();
    return GeometryFixer.fix(GEOMETRY.createPolygon(ring));
  }

  Geometry outline() {
    return outline;
  }

  List<NamedArea> townships() {
    return townships;
  }

  List<Coordinate> places(int count) {
    Envelope box = outline.getEnvelopeInternal();
    List<Coordinate> places = new ArrayList<>();
    while (places.size() < count) {
      Coordinate place =
          new Coordinate(
              box.getMinX() + random.nextDouble() * box.getWidth(),
              box.getMinY() + random.nextDouble() * box.getHeight());
      if (outline.contains(GEOMETRY.createPoint(place))) {
        places.add(place);
      }
    }
    return places;
  }

  /** Classes that tile the county: buffers around places, the first class on top. */
  List<ClassArea> tiled(List<String> names, List<MapColour> colours) {
    List<ClassArea> areas = new ArrayList<>();
    Geometry rest = outline;
    double size = Math.sqrt(outline.getArea()) / 14;
    for (int i = 0; i < names.size(); i++) {
      MultiPoint centres =
          GEOMETRY.createMultiPointFromCoords(places(9).toArray(new Coordinate[0]));
      boolean last = i == names.size() - 1;
      Geometry area = last ? rest : UnaryUnionOp.union(centres.buffer(size * (i + 1) * 0.8, 3));
      Geometry mine = rest.intersection(area);
      rest = rest.difference(mine);
      areas.add(new ClassArea(names.get(i), colours.get(i), mine, mine.getArea() * 9800));
    }
    return areas;
  }

  static SheetText text(String title) {
    return new SheetText(
        title,
        "第一次全国自然灾害综合风险普查 · 单灾种风险评估与防治区划",
        "防治分区",
        "自然灾害综合风险普查空间数据库（县应急管理局、自然资源局、水利局）",
        LocalDate.of(2025, 12, 31),
        "census-2025",
        true,
        new SheetWords(Locale.CHINESE));
  }
}
