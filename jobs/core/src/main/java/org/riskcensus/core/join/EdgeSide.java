package org.riskcensus.core.join;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Envelope;

/**
 * On which side of an edge a position lies, exactly: floating point where its sign is certain,
 * extended precision elsewhere, as JTS decides it. Positions that lie on the edge's line are moved
 * by infinitesimals where a path through a cell must not meet an edge there: east by δ and north by
 * ε, with ε infinitely smaller than δ. Paths along such positions pass no vertex and cross every
 * edge properly, so that counting crossings needs no special cases.
 */
final class EdgeSide {

  /** Share of the two products beyond which rounding cannot turn the sign (Shewchuk 1997). */
  private static final double FILTER = 4 * Math.ulp(1.0);

  private EdgeSide() {}

  /** 1 to the left of the edge from a to b, -1 to the right, 0 on its line. */
  static int of(double ax, double ay, double bx, double by, double x, double y) {
    double left = (ax - x) * (by - y);
    double right = (ay - y) * (bx - x);
    double turn = left - right;
    double bound = FILTER * (Math.abs(left) + Math.abs(right));
    if (turn > bound || -turn > bound) {
      return turn > 0 ? 1 : -1;
    }
    return CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, x, y);
  }

  /** As {@link #of} for (x + δ, y + ε); never 0 for an edge with a length. */
  static int ofMoved(double ax, double ay, double bx, double by, double x, double y) {
    int side = of(ax, ay, bx, by, x, y);
    if (side != 0) {
      return side;
    }
    return by != ay ? (by > ay ? -1 : 1) : bx > ax ? 1 : -1;
  }

  /**
   * Whether an edge may have a point in common with a rectangle; false where it surely has none.
   */
  static boolean mayTouch(double ax, double ay, double bx, double by, Envelope bounds) {
    double west = bounds.getMinX();
    double east = bounds.getMaxX();
    double south = bounds.getMinY();
    double north = bounds.getMaxY();
    if (Math.max(ax, bx) < west
        || Math.min(ax, bx) > east
        || Math.max(ay, by) < south
        || Math.min(ay, by) > north) {
      return false;
    }
    int corner = of(ax, ay, bx, by, west, south);
    return corner == 0
        || of(ax, ay, bx, by, east, south) != corner
        || of(ax, ay, bx, by, east, north) != corner
        || of(ax, ay, bx, by, west, north) != corner;
  }
}
