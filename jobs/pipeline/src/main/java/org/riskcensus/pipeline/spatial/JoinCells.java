package org.riskcensus.pipeline.spatial;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.riskcensus.core.geometry.Ellipsoid;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.join.EllipsoidSurface;

/**
 * The cells by which an equi-join finds pairs of geometries whose bounds meet, without knowing
 * anything of either side beforehand.
 *
 * <p>There are levels of square cells, each with eight times the side of the one below. A
 * geometry's own level is the lowest whose cells are not smaller than its bounds; there, and on
 * every level above, it lies in four cells at most. Two geometries meet on the coarser one of their
 * own levels, and there in one cell: the one with the lower left corner of what their bounds share.
 * So each pair comes once. Which of the two is on its own level is part of the key: where neither
 * is, as on the uppermost level, all would find all.
 */
final class JoinCells {

  /** Key and bounds. */
  static final StructType TYPE =
      new StructType()
          .add("key", DataTypes.LongType, false)
          .add("xmin", DataTypes.DoubleType, false)
          .add("ymin", DataTypes.DoubleType, false)
          .add("xmax", DataTypes.DoubleType, false)
          .add("ymax", DataTypes.DoubleType, false);

  private static final int STEP = 3;
  private static final int LOWEST = -18; // cells of 0.4 m, in degrees
  private static final int HIGHEST = 9; // a cell of 512°
  private static final int TOP = HIGHEST + STEP; // one cell, of everything
  private static final int COLUMN_BITS = 29;
  private static final int LEVEL_BITS = 4;
  private static final int TAG_BITS = 2;
  private static final int BOTH_OWN = 0; // tags: who is on its own level where two meet
  private static final int LEFT_OWN = 1;
  private static final int RIGHT_OWN = 2;
  private static final double FARTHEST = 512;
  private static final EllipsoidSurface GROUND = new EllipsoidSurface(Ellipsoid.CGCS2000);

  private JoinCells() {}

  /** The sides of a join. */
  enum Side {
    LEFT,
    RIGHT;

    /** The cells of a geometry given as WKB; null where there is none. */
    @Nullable List<Row> cells(@Nullable Object wkb) {
      return wkb instanceof byte[] bytes ? of(bounds(bytes), this) : null;
    }

    /**
     * The cells of all that lies within some metres of a geometry given as WKB; null where there is
     * none, or no distance.
     */
    @Nullable List<Row> cellsAround(@Nullable Object wkb, @Nullable Object metres) {
      return wkb instanceof byte[] bytes && metres instanceof Number number
          ? of(GROUND.around(bounds(bytes), number.doubleValue()), this)
          : null;
    }

    /** The tags of a geometry's cells on or above its own level. */
    private List<Integer> tags(boolean own) {
      int thisOwn = this == LEFT ? LEFT_OWN : RIGHT_OWN;
      int otherOwn = this == LEFT ? RIGHT_OWN : LEFT_OWN;
      return own ? List.of(BOTH_OWN, thisOwn) : List.of(otherOwn);
    }
  }

  private static Envelope bounds(byte[] wkb) {
    return Wkb.read(wkb).getEnvelopeInternal();
  }

  /** The cells of bounds as rows of {@link #TYPE}; none where they are empty. */
  private static List<Row> of(Envelope bounds, Side side) {
    List<Row> cells = new ArrayList<>();
    if (bounds.isNull()) {
      return cells;
    }
    int own = level(bounds);
    for (int level = own; level < TOP; level += STEP) {
      List<Integer> tags = side.tags(level == own);
      double width = Math.scalb(1.0, level);
      long lastColumn = line(bounds.getMaxX(), width);
      long lastRow = line(bounds.getMaxY(), width);
      for (long column = line(bounds.getMinX(), width); column <= lastColumn; column++) {
        for (long row = line(bounds.getMinY(), width); row <= lastRow; row++) {
          long place = place(level, column, row);
          tags.forEach(tag -> cells.add(cell(place, tag, bounds)));
        }
      }
    }
    for (int tag : side.tags(own == TOP)) {
      cells.add(cell(place(TOP, 0, 0), tag, bounds));
    }
    return cells;
  }

  /** Whether the cell of a key holds a place. */
  static boolean holds(long key, double x, double y) {
    long place = key >>> TAG_BITS;
    int level = (int) (place & ((1 << LEVEL_BITS) - 1)) * STEP + LOWEST;
    if (level == TOP) {
      return true;
    }
    double width = Math.scalb(1.0, level);
    return place == place(level, line(x, width), line(y, width));
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

  private static long line(double ordinate, double width) {
    return (long) Math.floor(ordinate / width);
  }

  /** Columns and rows of the lowest level are below 2²⁸ in absolute terms. */
  private static long place(int level, long column, long row) {
    long mask = (1L << COLUMN_BITS) - 1;
    return (column & mask) << (COLUMN_BITS + LEVEL_BITS)
        | (row & mask) << LEVEL_BITS
        | (level - LOWEST) / STEP;
  }

  private static Row cell(long place, int tag, Envelope bounds) {
    return RowFactory.create(
        place << TAG_BITS | tag,
        bounds.getMinX(),
        bounds.getMinY(),
        bounds.getMaxX(),
        bounds.getMaxY());
  }
}
