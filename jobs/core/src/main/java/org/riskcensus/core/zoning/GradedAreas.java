package org.riskcensus.core.zoning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;

/** The connected areas of one class, with the units that their pieces belong to. */
public final class GradedAreas {

  private final List<Polygon> polygons;
  private final List<Map<String, Double>> units = new ArrayList<>();
  private final STRtree index = new STRtree();
  private final Map<Integer, IndexedPointInAreaLocator> locators = new HashMap<>();

  private GradedAreas(List<Polygon> polygons) {
    this.polygons = polygons;
    for (int i = 0; i < polygons.size(); i++) {
      units.add(new TreeMap<>());
      index.insert(polygons.get(i).getEnvelopeInternal(), i);
    }
  }

  /**
   * Dissolves the pieces of a class.
   *
   * @param pieces a coverage, as the tessellation gives it
   */
  public static List<GradedArea> of(String code, List<UnitPiece> pieces) {
    GradedAreas areas =
        new GradedAreas(Dissolve.dissolve(pieces.stream().map(UnitPiece::shape).toList()));
    for (UnitPiece piece : pieces) {
      for (Object part : PolygonExtracter.getPolygons(piece.shape())) {
        areas.count(piece.unit(), (Polygon) part);
      }
    }
    List<GradedArea> graded = new ArrayList<>();
    for (int i = 0; i < areas.polygons.size(); i++) {
      graded.add(new GradedArea(code, areas.polygons.get(i), areas.units.get(i)));
    }
    return graded;
  }

  private void count(String unit, Polygon part) {
    units.get(owner(part)).merge(unit, part.getArea(), Double::sum);
  }

  private int owner(Polygon part) {
    if (polygons.size() == 1) {
      return 0;
    }
    Coordinate inside = inside(part);
    int owner = -1;
    for (Object candidate : index.query(part.getEnvelopeInternal())) {
      int number = (Integer) candidate;
      if (owner < 0 || number < owner) {
        owner = locate(number, inside) != Location.EXTERIOR ? number : owner;
      }
    }
    if (owner < 0) {
      throw new IllegalStateException("no area of the class holds its own piece at " + inside);
    }
    return owner;
  }

  private int locate(int number, Coordinate place) {
    return locators
        .computeIfAbsent(number, n -> new IndexedPointInAreaLocator(polygons.get(n)))
        .locate(place);
  }

  private static Coordinate inside(Geometry part) {
    return part.isRectangle()
        ? part.getEnvelopeInternal().centre()
        : part.getInteriorPoint().getCoordinate();
  }
}
