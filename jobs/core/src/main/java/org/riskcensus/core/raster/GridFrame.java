package org.riskcensus.core.raster;

import java.io.Serializable;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Where the cells of a north-up grid lie. Columns count from the west and rows from the north, both
 * from 0. A position on the border of two cells belongs to the eastern or southern one; one on the
 * outer border of the grid belongs to the grid.
 *
 * @param west x of the western border, in units of the reference system
 * @param north y of the northern border
 * @param cellWidth width of a cell, positive
 * @param cellHeight height of a cell, positive
 */
public record GridFrame(
    double west, double north, double cellWidth, double cellHeight, int columns, int rows)
    implements Serializable {

  /** A cell by its place. */
  public record Cell(int column, int row) {}

  /** The column as a fraction: 2.5 is the middle of the third column. */
  double column(double x) {
    return (x - west) / cellWidth;
  }

  /** The row as a fraction. */
  double row(double y) {
    return (north - y) / cellHeight;
  }

  /** The cell that holds a position; empty outside the grid. */
  public Optional<Cell> find(Coordinate position) {
    double column = column(position.x);
    double row = row(position.y);
    if (!(column >= 0 && column <= columns && row >= 0 && row <= rows)) {
      return Optional.empty();
    }
    return Optional.of(
        new Cell(Math.min((int) column, columns - 1), Math.min((int) row, rows - 1)));
  }

  /** The extent of all cells. */
  public Envelope extent() {
    return new Envelope(west, west + columns * cellWidth, north - rows * cellHeight, north);
  }
}
