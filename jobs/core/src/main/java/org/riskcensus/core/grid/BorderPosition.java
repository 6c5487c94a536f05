package org.riskcensus.core.grid;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A place on the border of a square, ordered counter-clockwise from its lower left corner. Exact:
 * it compares ordinates and never computes a distance. A corner belongs to the side that begins
 * there.
 *
 * @param side 0 south, 1 east, 2 north, 3 west
 * @param along grows in the direction of the walk
 */
record BorderPosition(int side, double along) implements Comparable<BorderPosition> {

  static BorderPosition of(Coordinate c, Envelope square) {
    if (c.y == square.getMinY() && c.x < square.getMaxX()) {
      return new BorderPosition(0, c.x);
    }
    if (c.x == square.getMaxX() && c.y < square.getMaxY()) {
      return new BorderPosition(1, c.y);
    }
    return c.y == square.getMaxY() && c.x > square.getMinX()
        ? new BorderPosition(2, -c.x)
        : new BorderPosition(3, -c.y);
  }

  @Override
  public int compareTo(BorderPosition other) {
    int bySide = Integer.compare(side, other.side);
    return bySide != 0 ? bySide : Double.compare(along, other.along);
  }
}
