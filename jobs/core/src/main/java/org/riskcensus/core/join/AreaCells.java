package org.riskcensus.core.join;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Cuts one polygonal geometry into the cells of a grid: core cells lie inside as a whole, boundary
 * cells come with the edges that can matter in them and with the state (inside or outside) of their
 * lower right corner, moved as {@link EdgeSide} says.
 *
 * <p>Edges are assigned generously, by the range of columns they can touch in a row of cells
 * including rounding, since an edge too many costs a comparison and never the result. States come
 * from one sweep a row: an edge that crosses the row's lower line changes the state of all corners
 * to its left. Cost: edges times rows they span, plus the cells of the bounds. Not thread-safe; one
 * object cuts many geometries.
 */
final class AreaCells {

  /** Receives the cells of a geometry, row by row. */
  interface Sink {

    /**
     * One cell.
     *
     * @param inside the state of its moved lower right corner; a cell without edges has it
     *     throughout
     */
    void cell(int column, int row, boolean inside);

    /** An edge of the cell that was told last. */
    void edge(double ax, double ay, double bx, double by);
  }

  private static final int EDGE_BITS = 28;
  private static final int ULPS = 16;

  private final double side;
  private final Sink sink;
  private final Doubles edges = new Doubles();
  private final Longs placed = new Longs();
  private final Longs flips = new Longs();
  private int firstColumn;
  private int firstRow;
  private int columns;
  private int rows;

  AreaCells(double side, Sink sink) {
    this.side = side;
    this.sink = sink;
  }

  /** Tells the cells of a valid polygon or multi-polygon. */
  void cut(Geometry area) {
    Envelope bounds = area.getEnvelopeInternal();
    firstColumn = SquareGrid.line(bounds.getMinX(), side) - 1;
    firstRow = SquareGrid.line(bounds.getMinY(), side);
    columns = SquareGrid.line(bounds.getMaxX(), side) - firstColumn + 1;
    rows = SquareGrid.line(bounds.getMaxY(), side) - firstRow + 1;
    edges.clear();
    placed.clear();
    flips.clear();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      ring(polygon.getExteriorRing());
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        ring(polygon.getInteriorRingN(h));
      }
    }
    placed.sort();
    flips.sort();
    sweep();
  }

  private void ring(LineString ring) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    for (int i = 1; i < vertices.size(); i++) {
      double ax = vertices.getX(i - 1);
      double ay = vertices.getY(i - 1);
      double bx = vertices.getX(i);
      double by = vertices.getY(i);
      if (ax != bx || ay != by) {
        int edge = edges.size() / 4;
        edges.add(ax, ay, bx, by);
        place(edge, ax, ay, bx, by);
      }
    }
  }

  /** Notes the cells an edge can touch, and the corners whose state it changes. */
  private void place(int edge, double ax, double ay, double bx, double by) {
    double slack = ULPS * Math.ulp(Math.max(Math.abs(ax), Math.abs(bx)));
    int lowest = SquareGrid.line(Math.min(ay, by), side);
    int highest = SquareGrid.line(Math.max(ay, by), side);
    for (int row = lowest; row <= highest; row++) {
      double low = row * side;
      double west = Math.min(ax, bx);
      double east = Math.max(ax, bx);
      if (lowest != highest) {
        double atLow = xAt(clamp(low, ay, by), ax, ay, bx, by);
        double atHigh = xAt(clamp(low + side, ay, by), ax, ay, bx, by);
        west = Math.max(west, Math.min(atLow, atHigh) - slack);
        east = Math.min(east, Math.max(atLow, atHigh) + slack);
      }
      int from = SquareGrid.line(west, side);
      if (from * side == west) {
        from--; // an edge on the border of two cells matters to both
      }
      long line = (long) (row - firstRow) * columns - firstColumn;
      for (int column = from, last = SquareGrid.line(east, side); column <= last; column++) {
        placed.add((line + column) << EDGE_BITS | edge);
      }
      if (ay > low != by > low) {
        flip(row, ax, ay, bx, by);
      }
    }
  }

  private static double clamp(double y, double ay, double by) {
    return Math.max(Math.min(ay, by), Math.min(Math.max(ay, by), y));
  }

  private static double xAt(double y, double ax, double ay, double bx, double by) {
    return ay == by ? ax : ax + (y - ay) / (by - ay) * (bx - ax);
  }

  /** The last column whose lower right corner lies to the left of an edge changes state with it. */
  private void flip(int row, double ax, double ay, double bx, double by) {
    double low = row * side;
    int column = SquareGrid.line(xAt(low, ax, ay, bx, by), side) - 1;
    while (leftOf(column + 1, low, ax, ay, bx, by)) {
      column++;
    }
    while (!leftOf(column, low, ax, ay, bx, by)) {
      column--;
    }
    if (column >= firstColumn) {
      flips.add((long) (row - firstRow) * columns + (column - firstColumn));
    }
  }

  private boolean leftOf(int column, double low, double ax, double ay, double bx, double by) {
    int turn = EdgeSide.ofMoved(ax, ay, bx, by, (column + 1) * side, low);
    return turn > 0 == by > ay;
  }

  private void sweep() {
    boolean[] inside = new boolean[columns];
    int edge = 0;
    int flip = 0;
    for (int row = 0; row < rows; row++) {
      flip = states(row, flip, inside);
      for (int column = 0; column < columns; column++) {
        long cell = (long) row * columns + column;
        boolean touched = edge < placed.size() && placed.get(edge) >> EDGE_BITS == cell;
        if (touched || inside[column]) {
          sink.cell(firstColumn + column, firstRow + row, inside[column]);
        }
        edge = touched ? edges(edge, cell) : edge;
      }
    }
  }

  /** The states of a row's corners from west to east; returns the first flip of the next row. */
  private int states(int row, int flip, boolean[] inside) {
    int end = flip;
    long next = (long) (row + 1) * columns;
    while (end < flips.size() && flips.get(end) < next) {
      end++;
    }
    boolean state = false;
    int at = end - 1;
    for (int column = columns - 1; column >= 0; column--) {
      long cell = (long) row * columns + column;
      while (at >= flip && flips.get(at) == cell) {
        state = !state;
        at--;
      }
      inside[column] = state;
    }
    return end;
  }

  private int edges(int first, long cell) {
    int i = first;
    for (; i < placed.size() && placed.get(i) >> EDGE_BITS == cell; i++) {
      int edge = 4 * (int) (placed.get(i) & ((1 << EDGE_BITS) - 1));
      sink.edge(edges.get(edge), edges.get(edge + 1), edges.get(edge + 2), edges.get(edge + 3));
    }
    return i;
  }
}
