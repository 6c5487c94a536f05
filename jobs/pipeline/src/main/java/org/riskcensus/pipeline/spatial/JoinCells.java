package org.riskcensus.pipeline.spatial;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.riskcensus.core.geometry.Wkb;

/**
 * The cells by which an equi-join finds pairs of geometries whose bounds meet, without knowing
 * anything of either side beforehand.
 *
 * <p>There are levels of square cells, each with eight times the side of the one below. A
 * geometry's own level is the lowest whose cells are not smaller than its bounds; there, and on
 * every level above, it lies in four cells at most. Two geometries meet on the coarser one of their
 * own levels, and there in one cell: the one with the lower left corner of what their bounds share.
 * So each pair comes once.
 */
final class JoinCells {

  /** Key, whether it is of the own level, and the bounds. */
  static final StructType TYPE =
      new StructType()
          .add("key", DataTypes.LongType, false)
          .add("own", DataTypes.BooleanType, false)
          .add("xmin", DataTypes.DoubleType, false)
          .add("ymin", DataTypes.DoubleType, false)
          .add("xmax", DataTypes.DoubleType, false)
          .add("ymax", DataTypes.DoubleType, false);

  private static final int STEP = 3;
  private static final int LOWEST = -18; // cells of 0.4 m, in degrees
  private static final int HIGHEST = 9; // a cell of 512°
  private static final int TOP = HIGHEST + STEP; // one cell, of everything
  private static final int COLUMN_BITS = 29;
  private static final int LEVEL_BITS = 6;
  private static final double FARTHEST = 512;

  private JoinCells() {}

  /** The cells of a geometry given as WKB; null where there is none. */
  static @Nullable List<Row> ofGeometry(@Nullable Object wkb) {
    return wkb instanceof byte[] bytes ? of(bytes) : null;
  }

  /** The cells of a geometry as rows of {@link #TYPE}; none where it is empty. */
  static List<Row> of(byte[] wkb) {
    Envelope bounds = Wkb.read(wkb).getEnvelopeInternal();
    List<Row> cells = new ArrayList<>();
    if (bounds.isNull()) {
      return cells;
    }
    int own = level(bounds);
    for (int level = own; level < TOP; level += STEP) {
      double side = Math.scalb(1.0, level);
      long lastColumn = line(bounds.getMaxX(), side);
      long lastRow = line(bounds.getMaxY(), side);
      for (long column = line(bounds.getMinX(), side); column <= lastColumn; column++) {
        for (long row = line(bounds.getMinY(), side); row <= lastRow; row++) {
          cells.add(cell(key(level, column, row), level == own, bounds));
        }
      }
    }
    cells.add(cell(key(TOP, 0, 0), own == TOP, bounds));
    return cells;
  }

  /** Whether the cell of a key holds a place. */
  static boolean holds(long key, double x, double y) {
    int level = (int) (key & ((1 << LEVEL_BITS) - 1)) + LOWEST;
    if (level == TOP) {
      return true;
    }
    double side = Math.scalb(1.0, level);
    return key == key(level, line(x, side), line(y, side));
  }

  private static int level(Envelope bounds) {
    double size = Math.max(bounds.getWidth(), bounds.getHeight());
    double farthest =
        Math.max(
            Math.max(Math.abs(bounds.getMinX()), Math.abs(bounds.getMaxX())),
            Math.max(Math.abs(bounds.getMinY()), Math.abs(bounds.getMaxY())));
    int level = LOWEST;
    while (level < TOP && (size > Math.scalb(1.0, level) || farthest > FARTHEST)) {
      level += STEP;
    }
    return level;
  }

  private static long line(double ordinate, double side) {
    return (long) Math.floor(ordinate / side);
  }

  /** Columns and rows of the lowest level are below 2²⁸ in absolute terms. */
  private static long key(int level, long column, long row) {
    long mask = (1L << COLUMN_BITS) - 1;
    return (column & mask) << (COLUMN_BITS + LEVEL_BITS)
        | (row & mask) << LEVEL_BITS
        | (level - LOWEST);
  }

  private static Row cell(long key, boolean own, Envelope bounds) {
    return RowFactory.create(
        key, own, bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
  }
}
