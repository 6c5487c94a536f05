package org.riskcensus.core.join;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Where an area begins around a point of its border, turning from just north of east over north and
 * west to east. Ordered by what is met first.
 *
 * @param begin a position in the direction where the area begins; null when it is there from the
 *     start
 */
record BorderSector(Coordinate place, @Nullable Coordinate begin)
    implements Comparable<BorderSector> {

  /** The sector of a valid area around a point of its border. */
  static BorderSector of(Coordinate place, Geometry area) {
    Search search = new Search(place);
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      if (polygon.getEnvelopeInternal().covers(place)) {
        search.ring(polygon.getExteriorRing(), true);
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          search.ring(polygon.getInteriorRingN(k), false);
        }
      }
    }
    return new BorderSector(place, search.begins ? search.first : null);
  }

  @Override
  public int compareTo(BorderSector other) {
    if (begin == null || other.begin == null) {
      return Boolean.compare(begin != null, other.begin != null);
    }
    return turn(place, begin, other.begin);
  }

  /** Compares two directions by when they are met. */
  private static int turn(Coordinate place, Coordinate a, Coordinate b) {
    int halves = Boolean.compare(lower(place, a), lower(place, b));
    return halves != 0 ? halves : -Orientation.index(place, a, b);
  }

  /** Whether a direction is met in the second half of the turn: beyond west, and east itself. */
  private static boolean lower(Coordinate place, Coordinate to) {
    return to.y < place.y || (to.y == place.y && to.x > place.x);
  }

  /** The first direction in which a border leaves the point, and what begins there. */
  private static final class Search {

    private final Coordinate place;
    private @Nullable Coordinate first;
    private boolean begins;

    Search(Coordinate place) {
      this.place = place;
    }

    void ring(LinearRing ring, boolean shell) {
      Coordinate[] path = CoordinateArrays.removeRepeatedPoints(ring.getCoordinates());
      boolean areaOnLeft = Orientation.isCCW(path) == shell;
      for (int i = 1; i < path.length; i++) {
        Coordinate from = path[i - 1];
        Coordinate to = path[i];
        if (to.equals2D(place)) {
          pass(from, path[i + 1 < path.length ? i + 1 : 1], areaOnLeft);
        } else if (!from.equals2D(place)
            && new Envelope(from, to).covers(place)
            && Orientation.index(from, to, place) == Orientation.COLLINEAR) {
          pass(from, to, areaOnLeft);
        }
      }
    }

    /** The border comes from one side and goes on to another; the area begins where it goes on. */
    private void pass(Coordinate from, Coordinate to, boolean areaOnLeft) {
      direction(areaOnLeft ? to : from, true);
      direction(areaOnLeft ? from : to, false);
    }

    private void direction(Coordinate to, boolean begin) {
      if (first == null || turn(place, to, first) < 0) {
        first = to;
        begins = begin;
      }
    }
  }
}
