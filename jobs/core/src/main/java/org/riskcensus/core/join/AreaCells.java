package org.riskcensus.core.join;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Cuts polygonal geometries into the cells of a grid: core cells lie inside as a whole, boundary
 * cells come with the edges that can matter in them and with the state (inside or outside) of their
 * lower right corner, moved as {@link EdgeSide} says.
 *
 * <p>Edges are assigned generously, by the range of columns they can touch in a row of cells
 * including rounding, since an edge too many costs a comparison and never the result. States come
 * from one sweep a row: an edge that crosses the row's lower line changes the state of all corners
 * to its left. Cost: edges times rows they span, plus the cells of the bounds. Not thread-safe; one
 * object cuts many geometries, and keeps the vertices of all.
 */
final class AreaCells {

  /** Receives the cells of a geometry, row by row. */
  interface Sink {

    /**
     * One cell.
     *
     * @param inside the state of its moved lower right corner; a cell without edges has it
     *     throughout
     * @param edges numbers of the edges that can matter in it
     * @param from the first of them
     * @param to the end of them
     */
    void cell(int column, int row, boolean inside, int[] edges, int from, int to);
  }

  private static final int ULPS = 16;

  private final double side;
  private final Sink sink;
  private final Doubles vertices = new Doubles();
  private final Ints placedCells = new Ints();
  private final Ints placedEdges = new Ints();
  private int[] ends = new int[0];
  private boolean[] flips = new boolean[0];
  private int[] sorted = new int[0];
  private int firstColumn;
  private int firstRow;
  private int columns;
  private int rows;

  AreaCells(double side, Sink sink) {
    this.side = side;
    this.sink = sink;
  }

  /**
   * The vertices of all rings so far, x and y in turn: an edge goes from the vertex of its number
   * to the next one.
   */
  Doubles vertices() {
    return vertices;
  }

  /** Tells the cells of a valid polygon or multi-polygon. */
  void cut(Geometry area) {
    Envelope bounds = area.getEnvelopeInternal();
    firstColumn = SquareGrid.line(bounds.getMinX(), side) - 1;
    firstRow = SquareGrid.line(bounds.getMinY(), side);
    columns = SquareGrid.line(bounds.getMaxX(), side) - firstColumn + 1;
    rows = SquareGrid.line(bounds.getMaxY(), side) - firstRow + 1;
    clear(Math.multiplyExact(columns, rows));
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      ring(polygon.getExteriorRing());
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        ring(polygon.getInteriorRingN(h));
      }
    }
    sort();
    sweep();
  }

  private void clear(int cells) {
    placedCells.clear();
    placedEdges.clear();
    if (cells > flips.length) {
      flips = new boolean[cells];
      ends = new int[cells + 1];
    }
    Arrays.fill(flips, 0, cells, false);
    Arrays.fill(ends, 0, cells + 1, 0);
  }

  private void ring(LineString ring) {
    CoordinateSequence sequence = ring.getCoordinateSequence();
    for (int i = 0; i < sequence.size(); i++) {
      double x = sequence.getX(i);
      double y = sequence.getY(i);
      vertices.add(x, y);
      if (i > 0 && (x != sequence.getX(i - 1) || y != sequence.getY(i - 1))) {
        int edge = vertices.size() / 2 - 2;
        place(edge, sequence.getX(i - 1), sequence.getY(i - 1), x, y);
      }
    }
  }

  /** Notes the cells an edge can touch, and the corners whose state it changes. */
  private void place(int edge, double ax, double ay, double bx, double by) {
    double slack = ULPS * Math.ulp(Math.max(Math.abs(ax), Math.abs(bx)));
    double west = Math.min(ax, bx);
    double east = Math.max(ax, bx);
    int lowest = SquareGrid.line(Math.min(ay, by), side);
    int highest = SquareGrid.line(Math.max(ay, by), side);
    if (lowest == highest) {
      place(edge, lowest, west, east);
      if (ay > lowest * side != by > lowest * side) {
        flip(lowest, Math.min(ay, by) == ay ? ax : bx, slack, edge);
      }
      return;
    }
    double atLow = ay < by ? ax : bx;
    for (int row = lowest; row <= highest; row++) {
      double high = Math.min((row + 1) * side, Math.max(ay, by));
      double atHigh = ax + (high - ay) / (by - ay) * (bx - ax);
      place(
          edge,
          row,
          Math.max(west, Math.min(atLow, atHigh) - slack),
          Math.min(east, Math.max(atLow, atHigh) + slack));
      if (ay > row * side != by > row * side) {
        flip(row, atLow, slack, edge);
      }
      atLow = atHigh;
    }
  }

  private void place(int edge, int row, double west, double east) {
    int from = SquareGrid.line(west, side);
    if (from * side == west) {
      from--; // an edge on the border of two cells matters to both
    }
    int line = (row - firstRow) * columns - firstColumn;
    for (int column = from, last = SquareGrid.line(east, side); column <= last; column++) {
      placedCells.add(line + column);
      placedEdges.add(edge);
    }
  }

  /**
   * The last column whose lower right corner lies to the left of an edge changes state with it.
   *
   * @param x where the edge crosses the lower line of the row, but for {@code slack}
   */
  private void flip(int row, double x, double slack, int edge) {
    int column = SquareGrid.line(x - slack, side) - 1;
    double line = (column + 1) * side;
    if (!(line < x - slack && x + slack < line + side)) {
      while (leftOf(column + 1, row * side, edge)) {
        column++;
      }
      while (!leftOf(column, row * side, edge)) {
        column--;
      }
    }
    if (column >= firstColumn) {
      flips[(row - firstRow) * columns + (column - firstColumn)] ^= true;
    }
  }

  private boolean leftOf(int column, double low, int edge) {
    double ay = vertices.get(2 * edge + 1);
    double by = vertices.get(2 * edge + 3);
    int turn =
        EdgeSide.ofMoved(
            vertices.get(2 * edge), ay, vertices.get(2 * edge + 2), by, (column + 1) * side, low);
    return turn > 0 == by > ay;
  }

  /** Sorts the placed edges by cell, by counting. */
  private void sort() {
    int count = placedCells.size();
    for (int i = 0; i < count; i++) {
      ends[placedCells.get(i) + 1]++;
    }
    for (int i = 1; i <= columns * rows; i++) {
      ends[i] += ends[i - 1];
    }
    if (count > sorted.length) {
      sorted = new int[count];
    }
    for (int i = 0; i < count; i++) {
      sorted[ends[placedCells.get(i)]++] = placedEdges.get(i);
    }
  }

  private void sweep() {
    for (int row = 0; row < rows; row++) {
      int first = row * columns;
      for (int cell = first + columns - 2; cell >= first; cell--) {
        flips[cell] ^= flips[cell + 1];
      }
      for (int column = 0; column < columns; column++) {
        int cell = first + column;
        int from = cell == 0 ? 0 : ends[cell - 1];
        int to = ends[cell];
        if (from < to || flips[cell]) {
          sink.cell(firstColumn + column, firstRow + row, flips[cell], sorted, from, to);
        }
      }
    }
  }
}
