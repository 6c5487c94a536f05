package org.riskcensus.formats.write;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The rings of a polygon, outer one first, turned the way a format asks for. */
final class Rings {

  /** Sense of the outer ring; holes run the other way. */
  enum Outer {
    CLOCKWISE,
    COUNTER_CLOCKWISE
  }

  private Rings() {}

  static List<Coordinate[]> of(Polygon polygon, Outer outer) {
    List<Coordinate[]> rings = new ArrayList<>();
    if (polygon.isEmpty()) {
      return rings;
    }
    boolean outerCounter = outer == Outer.COUNTER_CLOCKWISE;
    rings.add(turned(polygon.getExteriorRing(), outerCounter));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(turned(polygon.getInteriorRingN(i), !outerCounter));
    }
    return rings;
  }

  /** By signed area, which is defined for rings that cross themselves too. */
  private static Coordinate[] turned(LinearRing ring, boolean counterClockwise) {
    Coordinate[] positions = ring.getCoordinates().clone();
    if (Orientation.isCCWArea(positions) != counterClockwise) {
      CoordinateArrays.reverse(positions);
    }
    return positions;
  }
}
