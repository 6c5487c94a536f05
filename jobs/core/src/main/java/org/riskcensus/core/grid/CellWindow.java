package org.riskcensus.core.grid;

import org.locationtech.jts.geom.Envelope;

/**
 * A rectangle of cells, those that are wanted: columns and rows counted as multiples of the side
 * from (0, 0), the last ones included.
 */
record CellWindow(long west, long east, long south, long north) {

  /** Every cell there may be. */
  static final CellWindow ALL =
      new CellWindow(Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);

  /** The cells that {@code bounds} meets (m). */
  static CellWindow of(Envelope bounds, GridNoder grid) {
    return bounds.isNull()
        ? new CellWindow(1, 0, 1, 0)
        : new CellWindow(
            grid.line(bounds.getMinX()),
            grid.line(bounds.getMaxX()),
            grid.line(bounds.getMinY()),
            grid.line(bounds.getMaxY()));
  }

  boolean holdsRow(long row) {
    return row >= south && row <= north;
  }

  boolean holds(long column, long row) {
    return column >= west && column <= east && holdsRow(row);
  }
}
