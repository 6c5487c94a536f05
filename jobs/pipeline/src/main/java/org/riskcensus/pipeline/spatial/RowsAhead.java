package org.riskcensus.pipeline.spatial;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.join.JoinProbe;

/**
 * Rows read some hundred at a time, so that the probe knows of the points to come: what their
 * look-ups read comes from memory for many of them at once, instead of one after the other. Needs
 * rows that stay as they are when the next one is read. Not thread-safe.
 */
final class RowsAhead implements Iterator<Row> {

  private static final int ROWS = 256;

  private final Iterator<Row> rows;
  private final JoinProbe probe;
  private final @Nullable Row[] read = new @Nullable Row[ROWS];
  private final double[] xs = new double[ROWS];
  private final double[] ys = new double[ROWS];
  private int size;
  private int next;

  RowsAhead(Iterator<Row> rows, JoinProbe probe) {
    this.rows = rows;
    this.probe = probe;
  }

  @Override
  public boolean hasNext() {
    return next < size || rows.hasNext();
  }

  @Override
  public Row next() {
    if (next == size) {
      fill();
    }
    Row row = next < size ? read[next++] : null;
    if (row == null) {
      throw new NoSuchElementException();
    }
    return row;
  }

  private void fill() {
    Arrays.fill(read, null);
    size = 0;
    next = 0;
    int points = 0;
    while (size < ROWS && rows.hasNext()) {
      Row row = rows.next();
      read[size++] = row;
      if (SpatialSide.isPoint(row)) {
        xs[points] = row.getDouble(SpatialSide.X);
        ys[points++] = row.getDouble(SpatialSide.Y);
      }
    }
    probe.expect(xs, ys, points);
  }
}
