package org.riskcensus.core.join;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for cells, from 0: by their place in the rectangle around them all where most of it is
 * used, which costs no access to memory, else by a hash table. Thread-safe.
 */
final class CellNumbers {

  /** So many times as many numbers as cells are worth doing without a table. */
  private static final long SPARE = 4;

  private final int firstColumn;
  private final int firstRow;
  private final int columns;
  private final int rows;
  private final @Nullable CellTable table;

  private CellNumbers(
      int firstColumn, int firstRow, int columns, int rows, @Nullable CellTable table) {
    this.firstColumn = firstColumn;
    this.firstRow = firstRow;
    this.columns = columns;
    this.rows = rows;
    this.table = table;
  }

  /** Numbers for all cells of these lists, in which one may occur several times. */
  static CellNumbers of(List<Longs> lists) {
    int west = Integer.MAX_VALUE;
    int south = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    long count = 0;
    for (Longs cells : lists) {
      count += cells.size();
      for (int i = 0; i < cells.size(); i++) {
        west = Math.min(west, SquareGrid.column(cells.get(i)));
        east = Math.max(east, SquareGrid.column(cells.get(i)));
        south = Math.min(south, SquareGrid.row(cells.get(i)));
        north = Math.max(north, SquareGrid.row(cells.get(i)));
      }
    }
    long columns = count == 0 ? 0 : (long) east - west + 1;
    long rows = count == 0 ? 0 : (long) north - south + 1;
    return columns * rows <= SPARE * count
        ? new CellNumbers(west, south, (int) columns, (int) rows, null)
        : new CellNumbers(0, 0, 0, 0, table(lists));
  }

  private static CellTable table(List<Longs> lists) {
    CellTable table = new CellTable();
    for (Longs cells : lists) {
      for (int i = 0; i < cells.size(); i++) {
        table.add(cells.get(i));
      }
    }
    return table;
  }

  /** How many numbers there are. */
  int size() {
    return table == null ? columns * rows : table.size();
  }

  /** The number of a cell, -1 for one that was not given, unless it lies among them. */
  int find(int column, int row) {
    if (table != null) {
      return table.find(SquareGrid.cell(column, row));
    }
    int x = column - firstColumn;
    int y = row - firstRow;
    return x >= 0 && x < columns && y >= 0 && y < rows ? y * columns + x : -1;
  }

  int find(long cell) {
    return find(SquareGrid.column(cell), SquareGrid.row(cell));
  }
}
