package org.riskcensus.pipeline.spatial;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Rows of one side, once for each cell and part of a cell they go to, with the key as last column.
 * A row of the left side goes to one part of a split cell, a row of the right side to all. Not
 * thread-safe.
 */
final class CellRows implements Iterator<Row> {

  /** Finds where a row can meet the other side; null bounds go nowhere. */
  interface Bounds extends java.io.Serializable {
    Envelope of(Row row);
  }

  private final Iterator<Row> rows;
  private final Bounds bounds;
  private final JoinGrid grid;
  private final HotCells hot;
  private final boolean everyPart;

  private @Nullable Row row;
  private int firstRow;
  private int lastColumn;
  private int lastRow;
  private int cellColumn;
  private int cellRow;
  private int part;

  CellRows(Iterator<Row> rows, Bounds bounds, JoinGrid grid, HotCells hot, boolean everyPart) {
    this.rows = rows;
    this.bounds = bounds;
    this.grid = grid;
    this.hot = hot;
    this.everyPart = everyPart;
  }

  static StructType schema(StructType side) {
    return side.add("key", DataTypes.LongType, false);
  }

  @Override
  public boolean hasNext() {
    while (row == null && rows.hasNext()) {
      Row next = rows.next();
      Envelope where = bounds.of(next);
      if (!where.isNull()) {
        row = next;
        cellColumn = grid.line(where.getMinX());
        lastColumn = grid.line(where.getMaxX());
        firstRow = grid.line(where.getMinY());
        lastRow = grid.line(where.getMaxY());
        cellRow = firstRow;
        part = 0;
      }
    }
    return row != null;
  }

  @Override
  public Row next() {
    if (!hasNext() || row == null) {
      throw new NoSuchElementException();
    }
    Row current = row;
    long key = JoinGrid.key(cellColumn, cellRow);
    int parts = hot.parts(key);
    int at = everyPart ? part : (int) Math.floorMod(current.getLong(SpatialSide.ROW), (long) parts);
    advance(everyPart ? parts : 1);
    @Nullable Object[] values = new @Nullable Object[current.length() + 1];
    for (int i = 0; i < current.length(); i++) {
      values[i] = current.get(i);
    }
    values[current.length()] = key | at;
    return RowFactory.create(values);
  }

  private void advance(int parts) {
    if (++part < parts) {
      return;
    }
    part = 0;
    if (++cellRow > lastRow) {
      cellRow = firstRow;
      if (++cellColumn > lastColumn) {
        row = null;
      }
    }
  }
}
