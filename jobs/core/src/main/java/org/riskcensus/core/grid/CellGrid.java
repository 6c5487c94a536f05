package org.riskcensus.core.grid;

import java.io.Serializable;
import org.locationtech.jts.geom.Envelope;

/**
 * The square grid of one cell side: cells of a level of {@link Cells}, or cells of any other whole
 * number of metres. Grid lines are the multiples of the side from (0, 0), whole metres and so exact
 * in a double; cells are half-open to the east and north. Immutable.
 *
 * <p>A cell id tells its grid. Where the side is that of a level, ids are those of {@link Cells};
 * others are, from the highest bit,
 *
 * <pre>
 * 19 + 19 bits of row and column, interleaved | 13 bits of the side in metres | 10
 * </pre>
 *
 * so that they sort by place within a grid, stay below 2^53, and end in an odd number of zero bits
 * where ids of levels end in an even one. They have no parents.
 */
public final class CellGrid implements Serializable {

  /** The least side of {@link #ofSide}, metres. */
  public static final int MIN_SIDE_METRES = 20;

  /** The greatest side of {@link #ofSide}, metres. */
  public static final int MAX_SIDE_METRES = 8000;

  private static final long serialVersionUID = 1L;
  private static final int NO_LEVEL = -1;
  private static final int SIDE_BITS = 13;
  private static final int END_BITS = 2;
  private static final long END = 0b10;

  /** Columns are counted from x = 0, half of what 19 bits hold from the first. */
  private static final long COLUMN_OF_ZERO = 1L << 18;

  private final double side;
  private final int level;

  private CellGrid(double side, int level) {
    this.side = side;
    this.level = level;
  }

  /**
   * The grid of a level of {@link Cells}.
   *
   * @param level from 1 to {@link Cells#MAX_LEVEL}
   */
  public static CellGrid ofLevel(int level) {
    if (level < 1) {
      throw new IllegalArgumentException("there is no grid of level " + level + ": the least is 1");
    }
    return new CellGrid(Cells.side(level), level);
  }

  /**
   * The grid of a side.
   *
   * @param metres from {@link #MIN_SIDE_METRES} to {@link #MAX_SIDE_METRES}
   */
  public static CellGrid ofSide(int metres) {
    if (metres < MIN_SIDE_METRES || metres > MAX_SIDE_METRES) {
      throw new IllegalArgumentException(
          "a cell side of %d m is not within %d–%d m"
              .formatted(metres, MIN_SIDE_METRES, MAX_SIDE_METRES));
    }
    return new CellGrid(metres, Cells.findLevelOfSide(metres).orElse(NO_LEVEL));
  }

  /** The grid that a cell belongs to. */
  public static CellGrid of(long cell) {
    return Cells.isOfLevel(cell)
        ? ofLevel(Cells.level(cell))
        : new CellGrid((cell >>> END_BITS) & ((1L << SIDE_BITS) - 1), NO_LEVEL);
  }

  /** Side of a cell (m). */
  public double side() {
    return side;
  }

  /**
   * The cell that holds a point of the analysis plane (metres).
   *
   * @throws IllegalArgumentException when the point lies outside the plane's root square
   */
  public long cell(double x, double y) {
    Cells.requireCovered(x, y);
    return cell(Cells.line(x, side), Cells.line(y, side));
  }

  /**
   * The cell of this grid that holds {@code cell}; a shortcut for {@link #cell(double, double)}.
   *
   * @throws IllegalArgumentException unless {@link #isAncestryOf}
   */
  public long parent(long cell) {
    return Cells.parent(cell, level);
  }

  /** Whether every cell of a level lies in one cell of this grid, whatever its place. */
  public boolean isAncestryOf(int finerLevel) {
    return level != NO_LEVEL && level <= finerLevel;
  }

  /** The cell of a column and a row, both counted from (0, 0). */
  long cell(long column, long row) {
    return level == NO_LEVEL
        ? (Cells.interleave(column + COLUMN_OF_ZERO, row) << SIDE_BITS | (long) side) << END_BITS
            | END
        : Cells.id(column + (1L << (level - 1)), row, level);
  }

  /** The square of a cell that is of no level. */
  Envelope envelope(long cell) {
    long place = cell >>> (SIDE_BITS + END_BITS);
    double x = (Cells.gather(place) - COLUMN_OF_ZERO) * side;
    double y = Cells.gather(place >>> 1) * side;
    return new Envelope(x, x + side, y, y + side);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellGrid grid && grid.side == side;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(side);
  }

  @Override
  public String toString() {
    return side + " m";
  }
}
