package org.riskcensus.core.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Adds a vertex wherever a path crosses a line of the grid, so that every segment of the result
 * lies in one closed cell.
 *
 * <p>The nodes of an edge depend on its two endpoints only, not on their order nor on the cell that
 * asks: the edge is always walked from its lesser endpoint, cell by cell. The ordinate on the line
 * is exactly the line's; the other one is interpolated from the endpoints and kept within the cell
 * being left, so that rounding never makes the walk step back over a line. Polygons that share an
 * edge therefore get bit-identical nodes. Nodes lie within rounding (about 10⁻⁹ m) of the edge.
 */
final class GridNoder {

  private final double side;

  GridNoder(CellGrid grid) {
    this.side = grid.side();
  }

  double side() {
    return side;
  }

  long line(double ordinate) {
    return Cells.line(ordinate, side);
  }

  boolean onLine(double ordinate) {
    return line(ordinate) * side == ordinate;
  }

  boolean onLine(Coordinate c) {
    return onLine(c.x) || onLine(c.y);
  }

  /** The path with its nodes: two-dimensional, without repeated points. */
  List<Coordinate> node(Coordinate[] path) {
    List<Coordinate> noded = new ArrayList<>(path.length * 2);
    noded.add(plain(path[0]));
    for (int i = 1; i < path.length; i++) {
      Coordinate from = noded.get(noded.size() - 1);
      Coordinate to = plain(path[i]);
      if (!from.equals2D(to)) {
        addNodes(from, to, noded);
        noded.add(to);
      }
    }
    return noded;
  }

  /** Drops z and turns -0.0 into 0.0, which would be unequal as a key. */
  private static Coordinate plain(Coordinate c) {
    return new Coordinate(c.x + 0.0, c.y + 0.0);
  }

  private void addNodes(Coordinate from, Coordinate to, List<Coordinate> out) {
    if (from.compareTo(to) < 0) {
      new Walk(from, to).appendTo(out);
    } else {
      int start = out.size();
      new Walk(to, from).appendTo(out);
      Collections.reverse(out.subList(start, out.size()));
    }
  }

  /** The walk along one edge from its lesser endpoint p (x never falls) to q. */
  private final class Walk {
    private final Coordinate p;
    private final Coordinate q;
    private final int rise;
    private double x;
    private double y;
    private double nextX;
    private double nextY;

    Walk(Coordinate p, Coordinate q) {
      this.p = p;
      this.q = q;
      this.rise = Double.compare(q.y, p.y);
      this.x = p.x;
      this.y = p.y;
      this.nextX = (line(p.x) + 1) * side;
      long below = line(p.y);
      this.nextY =
          rise < 0 && below * side == p.y ? p.y - side : (below + (rise < 0 ? 0 : 1)) * side;
    }

    void appendTo(List<Coordinate> out) {
      while (true) {
        boolean vertical = nextX < q.x;
        boolean horizontal = isBefore(nextY, q.y);
        if (!vertical && !horizontal) {
          return;
        }
        out.add(
            vertical && !(horizontal && crossesRowFirst()) ? column(horizontal) : row(vertical));
      }
    }

    private boolean isBefore(double a, double b) {
      return rise > 0 ? a < b : rise < 0 && a > b;
    }

    private boolean crossesRowFirst() {
      return isBefore(nextY, yAt(nextX));
    }

    /** Leaves the cell through its side x = nextX, or through a corner. */
    private Coordinate column(boolean horizontal) {
      double at = within(yAt(nextX), y, horizontal ? nextY : q.y);
      x = nextX;
      y = at;
      nextX += side;
      if (horizontal && at == nextY) {
        nextY += rise * side;
      }
      return new Coordinate(x, y);
    }

    /** Leaves the cell through its side y = nextY, or through a corner. */
    private Coordinate row(boolean vertical) {
      double at = within(xAt(nextY), x, vertical ? nextX : q.x);
      x = at;
      y = nextY;
      nextY += rise * side;
      if (vertical && at == nextX) {
        nextX += side;
      }
      return new Coordinate(x, y);
    }

    private double yAt(double lineX) {
      return p.y + (q.y - p.y) * ((lineX - p.x) / (q.x - p.x));
    }

    private double xAt(double lineY) {
      return p.x + (q.x - p.x) * ((lineY - p.y) / (q.y - p.y));
    }

    private static double within(double value, double a, double b) {
      return Math.max(Math.min(a, b), Math.min(Math.max(a, b), value));
    }
  }
}
