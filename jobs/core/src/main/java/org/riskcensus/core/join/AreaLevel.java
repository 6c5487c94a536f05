package org.riskcensus.core.join;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Polygonal geometries of about one size, cut along one grid, and the test of a point against them
 * that looks only at the point's cell: how many edges a path inside the cell crosses, from the
 * point east to the cell's side and then down to the corner whose state is known.
 *
 * <p>Everything is in flat arrays, and what is read together lies together, since the time of a
 * look-up is that of its few accesses to memory: per cell a range of entries, per entry a geometry
 * with the state of the corner and a range of edges. Thread-safe once built.
 */
final class AreaLevel {

  private static final int ENTRY = 3;
  private static final int STATE = 0;
  private static final int FIRST_EDGE = 1;
  private static final int LAST_EDGE = 2;

  private final double side;
  private final CellNumbers cells;
  private final int[] starts;
  private final int[] entries;
  private final double[] edges;

  private AreaLevel(double side, List<Builder> chunks) {
    this.side = side;
    List<Longs> all = chunks.stream().map(chunk -> chunk.cells).toList();
    this.cells = CellNumbers.of(all);
    this.starts = new int[cells.size() + 1];
    int count = 0;
    int edgeCount = 0;
    for (Builder chunk : chunks) {
      for (int i = 0; i < chunk.areas.size(); i++) {
        starts[cells.find(chunk.cells.get(i)) + 1]++;
      }
      count += chunk.areas.size();
      edgeCount = Math.addExact(edgeCount, chunk.edges.size());
    }
    for (int i = 0; i < cells.size(); i++) {
      starts[i + 1] += starts[i];
    }
    this.entries = new int[Math.multiplyExact(ENTRY, count)];
    this.edges = new double[edgeCount];
    int[] next = starts.clone();
    int offset = 0;
    for (Builder chunk : chunks) {
      place(chunk, next, offset);
      chunk.edges.copyTo(edges, offset);
      offset += chunk.edges.size();
    }
  }

  private void place(Builder chunk, int[] next, int offset) {
    int count = chunk.areas.size();
    for (int i = 0; i < count; i++) {
      int to = ENTRY * next[cells.find(chunk.cells.get(i))]++;
      entries[to + STATE] = chunk.areas.get(i);
      entries[to + FIRST_EDGE] = offset + chunk.edgeStarts.get(i);
      entries[to + LAST_EDGE] =
          offset + (i + 1 < count ? chunk.edgeStarts.get(i + 1) : chunk.edges.size());
    }
  }

  /** The level of what was collected, perhaps side by side, in ascending order of positions. */
  static AreaLevel of(double side, List<Builder> chunks) {
    return new AreaLevel(side, chunks);
  }

  /** Collects the cells of geometries. */
  static final class Builder implements AreaCells.Sink {

    private final AreaCells cutter;
    private final Longs cells = new Longs();
    private final Ints areas = new Ints();
    private final Ints edgeStarts = new Ints();
    private final Doubles edges = new Doubles();
    private int position;

    Builder(double side) {
      this.cutter = new AreaCells(side, this);
    }

    /** Adds the geometry that stands at a position of its side; positions must ascend. */
    void add(int at, Geometry area) {
      position = at;
      cutter.cut(area);
    }

    @Override
    public void cell(int column, int row, boolean inside) {
      cells.add(SquareGrid.cell(column, row));
      areas.add(position << 1 | (inside ? 1 : 0));
      edgeStarts.add(edges.size());
    }

    @Override
    public void edge(double ax, double ay, double bx, double by) {
      edges.add(ax, ay, bx, by);
    }
  }

  /**
   * Adds the positions of the geometries that hold a point.
   *
   * @param interior whether those whose interior holds it count
   * @param boundary whether those whose boundary holds it count
   */
  void find(double x, double y, boolean interior, boolean boundary, Hits hits) {
    int column = SquareGrid.line(x, side);
    int row = SquareGrid.line(y, side);
    int number = cells.find(column, row);
    if (number < 0) {
      return;
    }
    int end = ENTRY * starts[number + 1];
    for (int entry = ENTRY * starts[number]; entry < end; entry += ENTRY) {
      int location =
          entries[entry + FIRST_EDGE] == entries[entry + LAST_EDGE]
              ? Location.INTERIOR
              : locate(x, y, (column + 1) * side, row * side, entry);
      if (location == Location.INTERIOR ? interior : location == Location.BOUNDARY && boundary) {
        hits.add(entries[entry + STATE] >> 1);
      }
    }
  }

  private int locate(double x, double y, double east, double south, int entry) {
    boolean inside = (entries[entry + STATE] & 1) == 1;
    int end = entries[entry + LAST_EDGE];
    for (int e = entries[entry + FIRST_EDGE]; e < end; e += 4) {
      double ax = edges[e];
      double ay = edges[e + 1];
      double bx = edges[e + 2];
      double by = edges[e + 3];
      if (ay > y != by > y) {
        if (ax >= x || bx >= x) {
          boolean left = ax > x && bx > x;
          if (!left) {
            int turn = EdgeSide.of(ax, ay, bx, by, x, y);
            if (turn == 0) {
              return Location.BOUNDARY;
            }
            left = turn > 0 == by > ay;
          }
          inside ^= left && !leftOf(ax, ay, bx, by, east, y);
        }
      } else if (meets(ax, ay, bx, by, x, y)) {
        return Location.BOUNDARY;
      }
      if (ax > east != bx > east && (ay > south || by > south) && (ay <= y || by <= y)) {
        inside ^=
            EdgeSide.ofMoved(ax, ay, bx, by, east, y)
                != EdgeSide.ofMoved(ax, ay, bx, by, east, south);
      }
    }
    return inside ? Location.INTERIOR : Location.EXTERIOR;
  }

  /** Whether the moved position lies to the west of an edge that passes its latitude. */
  private static boolean leftOf(double ax, double ay, double bx, double by, double x, double y) {
    if (ax <= x && bx <= x) {
      return false;
    }
    return (ax > x && bx > x) || EdgeSide.ofMoved(ax, ay, bx, by, x, y) > 0 == by > ay;
  }

  /** Whether an edge that does not pass the point's latitude touches the point. */
  private static boolean meets(double ax, double ay, double bx, double by, double x, double y) {
    if (ay == y && by == y) {
      return Math.min(ax, bx) <= x && x <= Math.max(ax, bx);
    }
    return (ax == x && ay == y) || (bx == x && by == y);
  }
}
