package org.riskcensus.core.join;

/**
 * Square cells over any plane, degrees included: a cell is a {@code long} of column and row.
 *
 * <p>The side must be a power of two, so that dividing by it is exact in doubles and every position
 * has one cell, whatever its magnitude. Cells are half-open to the east and north. Columns and rows
 * beyond 31 bits fall into the outermost ones; as the order of positions is kept, a search by
 * ranges of cells stays right there.
 */
final class SquareGrid {

  private static final int LIMIT = 1 << 30;

  private SquareGrid() {}

  /** The column of an x, or the row of a y. */
  static int line(double ordinate, double side) {
    double line = Math.floor(ordinate / side);
    return line >= LIMIT ? LIMIT : line <= -LIMIT ? -LIMIT : (int) line;
  }

  static long cell(int column, int row) {
    return (long) column << 32 | (row & 0xFFFFFFFFL);
  }

  static int column(long cell) {
    return (int) (cell >> 32);
  }

  static int row(long cell) {
    return (int) cell;
  }
}
