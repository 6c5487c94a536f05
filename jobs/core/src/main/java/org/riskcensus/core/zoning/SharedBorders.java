package org.riskcensus.core.zoning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * How long a border each two polygons of a coverage share, in metres. Neighbours of a coverage
 * match vertex by vertex, so a shared border is a set of equal segments; to touch at a vertex is to
 * share nothing.
 */
final class SharedBorders {

  private final Map<LineSegment, Integer> open = new HashMap<>();
  private final List<Map<Integer, Double>> lengths = new ArrayList<>();

  private SharedBorders() {}

  /** For each polygon, its neighbours by number and the length shared with each. */
  static List<Map<Integer, Double>> of(List<Polygon> coverage) {
    SharedBorders borders = new SharedBorders();
    for (int i = 0; i < coverage.size(); i++) {
      borders.lengths.add(new TreeMap<>());
      Polygon polygon = coverage.get(i);
      borders.addRing(i, polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        borders.addRing(i, polygon.getInteriorRingN(hole));
      }
    }
    return borders.lengths;
  }

  private void addRing(int owner, LineString ring) {
    Coordinate[] vertices = ring.getCoordinates();
    for (int i = 1; i < vertices.length; i++) {
      LineSegment segment = new LineSegment(vertices[i - 1], vertices[i]);
      segment.normalize();
      Integer other = open.remove(segment);
      if (other == null) {
        open.put(segment, owner);
      } else if (other != owner) {
        lengths.get(owner).merge(other, segment.getLength(), Double::sum);
        lengths.get(other).merge(owner, segment.getLength(), Double::sum);
      }
    }
  }
}
