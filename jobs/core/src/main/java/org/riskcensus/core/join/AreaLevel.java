package org.riskcensus.core.join;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Polygonal geometries of about one size, cut along one grid, and the test of a point against them
 * that looks only at the point's cell: how many edges a path inside the cell crosses, from the
 * point east to the cell's side and then down to the corner whose state is known.
 *
 * <p>Everything is in flat arrays: per cell a range of entries, per entry a geometry, the state of
 * the corner and a range of edges. Thread-safe once built.
 */
final class AreaLevel {

  private final double side;
  private final CellTable cells = new CellTable();
  private final int[] starts;
  private final int[] areas;
  private final int[] edgeStarts;
  private final int[] edgeEnds;
  private final double[] edges;

  private AreaLevel(double side, Builder builder) {
    this.side = side;
    int entries = builder.areas.size();
    int[] numbers = new int[entries];
    for (int i = 0; i < entries; i++) {
      numbers[i] = cells.add(builder.cells.get(i));
    }
    this.starts = new int[cells.size() + 1];
    for (int number : numbers) {
      starts[number + 1]++;
    }
    for (int i = 0; i < cells.size(); i++) {
      starts[i + 1] += starts[i];
    }
    this.areas = new int[entries];
    this.edgeStarts = new int[entries];
    this.edgeEnds = new int[entries];
    int[] next = starts.clone();
    for (int i = 0; i < entries; i++) {
      int to = next[numbers[i]]++;
      areas[to] = builder.areas.get(i);
      edgeStarts[to] = builder.edgeStarts.get(i);
      edgeEnds[to] = i + 1 < entries ? builder.edgeStarts.get(i + 1) : builder.edges.size();
    }
    this.edges = builder.edges.toArray();
  }

  /** Collects the cells of geometries. */
  static final class Builder implements AreaCells.Sink {

    private final double side;
    private final AreaCells cutter;
    private final Longs cells = new Longs();
    private final Ints areas = new Ints();
    private final Ints edgeStarts = new Ints();
    private final Doubles edges = new Doubles();
    private int position;

    Builder(double side) {
      this.side = side;
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

    AreaLevel build() {
      return new AreaLevel(side, this);
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
    int number = cells.find(SquareGrid.cell(column, row));
    if (number < 0) {
      return;
    }
    for (int entry = starts[number]; entry < starts[number + 1]; entry++) {
      int location =
          edgeStarts[entry] == edgeEnds[entry]
              ? Location.INTERIOR
              : locate(x, y, (column + 1) * side, row * side, entry);
      if (location == Location.INTERIOR ? interior : location == Location.BOUNDARY && boundary) {
        hits.add(areas[entry] >> 1);
      }
    }
  }

  private int locate(double x, double y, double east, double south, int entry) {
    boolean inside = (areas[entry] & 1) == 1;
    for (int e = edgeStarts[entry]; e < edgeEnds[entry]; e += 4) {
      double ax = edges[e];
      double ay = edges[e + 1];
      double bx = edges[e + 2];
      double by = edges[e + 3];
      if (ay > y != by > y) {
        if (ax >= x || bx >= x) {
          int turn = EdgeSide.of(ax, ay, bx, by, x, y);
          if (turn == 0) {
            return Location.BOUNDARY;
          }
          boolean left = turn > 0 == by > ay;
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
    return EdgeSide.ofMoved(ax, ay, bx, by, x, y) > 0 == by > ay;
  }

  /** Whether an edge that does not pass the point's latitude touches the point. */
  private static boolean meets(double ax, double ay, double bx, double by, double x, double y) {
    if (ay == y && by == y) {
      return Math.min(ax, bx) <= x && x <= Math.max(ax, bx);
    }
    return (ax == x && ay == y) || (bx == x && by == y);
  }
}
