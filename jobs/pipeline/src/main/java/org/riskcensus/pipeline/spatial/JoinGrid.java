package org.riskcensus.pipeline.spatial;

import java.io.Serializable;
import org.locationtech.jts.geom.Envelope;

/**
 * The grid by whose cells two sides are shuffled: square cells with a power of two as their side.
 *
 * <p>Cells are small enough that there are many a task and that the right rows of one cell stay
 * few, also where they crowd; but some four times as large as the right geometries and not smaller
 * than a quarter of the left ones, so that a geometry goes to few cells. As sizes are root mean
 * squares, a few giants among small ones do not go to millions of cells. A key is a cell's column
 * and row in 28 bits each and a salt in 8; what lies farther out falls into the outermost cells,
 * which keeps the order of positions and so the result.
 *
 * @param side of a cell, a power of two
 */
record JoinGrid(double side) implements Serializable {

  /** Salts of a cell are below this. */
  static final int SALTS = 256;

  private static final double SHAPES_A_CELL = 4;
  private static final double CELLS_A_LEFT_SHAPE = 4;
  private static final int CELLS_A_TASK = 32;
  private static final double BYTES_A_CELL = 8 << 20;
  private static final int LIMIT = (1 << 27) - 1;
  private static final double FINEST = 0x1p-26;

  /**
   * The grid for a join that runs in a number of tasks.
   *
   * @param leftSide {@link LeftSample#side}
   */
  static JoinGrid of(SideStatistics right, double leftSide, int tasks) {
    Envelope extent = right.extent();
    double span = extent.isNull() ? 1 : Math.max(extent.getWidth(), extent.getHeight());
    double side = span / Math.sqrt(Math.max(CELLS_A_TASK * tasks, right.bytes() / BYTES_A_CELL));
    if (right.side() > 0) {
      side = Math.min(side, SHAPES_A_CELL * right.side());
    }
    side = Math.max(side, leftSide / CELLS_A_LEFT_SHAPE);
    double farthest =
        Math.max(
            Math.max(Math.abs(extent.getMinX()), Math.abs(extent.getMaxX())),
            Math.max(Math.abs(extent.getMinY()), Math.abs(extent.getMaxY())));
    side = Math.max(Math.max(side, farthest * FINEST), Double.MIN_NORMAL);
    return new JoinGrid(Math.scalb(1.0, Math.getExponent(side)));
  }

  int line(double ordinate) {
    double line = Math.floor(ordinate / side);
    return line >= LIMIT ? LIMIT : line <= -LIMIT ? -LIMIT : (int) line;
  }

  /** The key of a cell without a salt. */
  static long key(int column, int row) {
    return (column & 0xFFFFFFFL) << 36 | (row & 0xFFFFFFFL) << 8;
  }

  /**
   * The key of the cell that reports a pair: where the lower left corner of what two bounds share
   * lies.
   */
  long reporter(Envelope left, Envelope right) {
    return key(
        line(Math.max(left.getMinX(), right.getMinX())),
        line(Math.max(left.getMinY(), right.getMinY())));
  }

  /** The key of a cell whatever its salt. */
  static long unsalted(long key) {
    return key & -SALTS;
  }
}
