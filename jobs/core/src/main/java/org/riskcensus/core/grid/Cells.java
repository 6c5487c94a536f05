package org.riskcensus.core.grid;

import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The hierarchical square grid of the analysis plane: a cell is one {@code long}.
 *
 * <p>The root square has a side of 6,553,600 m (100 m · 2^16) and its lower left corner at
 * (-3,276,800, 0); level L halves the side L times, so level 16 is 100 m and level 15 is 200 m.
 * Every grid line is a multiple of the side and exact in a double, which is what makes exact
 * tilings possible. Cells are half-open: a point on a border belongs to the cell to its east or
 * north.
 *
 * <p>The id interleaves row and column bits (Morton order), shifted so that a cell sorts among its
 * descendants, with one sentinel bit that marks the level. Ids stay below 2^53 and so survive
 * readers that keep numbers as doubles. Cells of other sides than those of a level have ids of
 * their own, see {@link CellGrid}.
 */
public final class Cells {

  /** Finest level: a side of about 10 cm. */
  public static final int MAX_LEVEL = 26;

  private static final double ROOT_SIDE = 6_553_600;
  private static final double XMIN = -3_276_800;
  private static final double YMIN = 0;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Cells() {}

  /**
   * The cell of {@code level} that holds a point of the analysis plane (metres).
   *
   * @throws IllegalArgumentException when the point lies outside the root square
   */
  public static long of(double x, double y, int level) {
    requireCovered(x, y);
    int fine = Math.max(level, 1);
    double side = side(fine);
    long id = id(line(x, side) + (1L << (fine - 1)), line(y, side), fine);
    return fine == level ? id : parent(id, level);
  }

  static void requireCovered(double x, double y) {
    if (!covers(x, y)) {
      throw new IllegalArgumentException(
          "(" + x + ", " + y + ") lies outside the grid of the analysis plane: is it in metres?");
    }
  }

  /** Whether the grid covers all of some bounds of the analysis plane (metres). */
  public static boolean covers(Envelope plane) {
    return covers(plane.getMinX(), plane.getMinY()) && covers(plane.getMaxX(), plane.getMaxY());
  }

  private static boolean covers(double x, double y) {
    return x >= XMIN && x < XMIN + ROOT_SIDE && y >= YMIN && y < YMIN + ROOT_SIDE;
  }

  /** Whether a cell is of a level, and not of a {@link CellGrid} between two. */
  static boolean isOfLevel(long cell) {
    return Long.numberOfTrailingZeros(cell) % 2 == 0;
  }

  /**
   * The level of a cell, 0 for the root.
   *
   * @throws IllegalArgumentException when it is a cell of a side between two levels
   */
  public static int level(long cell) {
    if (!isOfLevel(cell)) {
      throw new IllegalArgumentException(
          "cell " + cell + " has a side of " + CellGrid.of(cell) + ", which is no level");
    }
    return MAX_LEVEL - Long.numberOfTrailingZeros(cell) / 2;
  }

  /**
   * The square of a cell, of a level or another {@link CellGrid}, in the analysis plane (metres).
   */
  public static Envelope envelope(long cell) {
    if (!isOfLevel(cell)) {
      return CellGrid.of(cell).envelope(cell);
    }
    double side = side(level(cell));
    double x = XMIN + column(cell) * side;
    double y = YMIN + row(cell) * side;
    return new Envelope(x, x + side, y, y + side);
  }

  /** The square of a cell as a polygon, counter-clockwise from its lower left corner. */
  public static Polygon square(long cell) {
    Envelope e = envelope(cell);
    return GEOMETRY.createPolygon(
        new Coordinate[] {
          new Coordinate(e.getMinX(), e.getMinY()),
          new Coordinate(e.getMaxX(), e.getMinY()),
          new Coordinate(e.getMaxX(), e.getMaxY()),
          new Coordinate(e.getMinX(), e.getMaxY()),
          new Coordinate(e.getMinX(), e.getMinY())
        });
  }

  /** The cell of a coarser (or the same) level that holds {@code cell}. */
  public static long parent(long cell, int level) {
    if (level > level(cell)) {
      throw new IllegalArgumentException(
          "a cell of level " + level(cell) + " has no parent of the finer level " + level);
    }
    long sentinel = sentinel(level);
    return (cell & -(sentinel << 1)) | sentinel;
  }

  /** The side of the cells of a level (m). */
  public static double side(int level) {
    if (level < 0 || level > MAX_LEVEL) {
      throw new IllegalArgumentException("level " + level + " is not in 0.." + MAX_LEVEL);
    }
    return ROOT_SIDE / (1L << level);
  }

  /** The level whose cells have the given side (m): 100·2^k metres, k possibly negative. */
  static OptionalInt findLevelOfSide(double metres) {
    for (int level = 0; level <= MAX_LEVEL; level++) {
      if (side(level) == metres) {
        return OptionalInt.of(level);
      }
    }
    return OptionalInt.empty();
  }

  /** The greatest k with {@code k * side <= value}: division alone would round across a line. */
  static long line(double value, double side) {
    long k = (long) Math.floor(value / side);
    if (k * side > value) {
      return k - 1;
    }
    return (k + 1) * side <= value ? k + 1 : k;
  }

  static long id(long column, long row, int level) {
    return interleave(column, row) << (2 * (MAX_LEVEL - level) + 1) | sentinel(level);
  }

  /** Column and row bits in turn, the column's lowest. */
  static long interleave(long column, long row) {
    return spread(row) << 1 | spread(column);
  }

  static long column(long cell) {
    return gather(cell >>> (2 * (MAX_LEVEL - level(cell)) + 1));
  }

  static long row(long cell) {
    return gather(cell >>> (2 * (MAX_LEVEL - level(cell)) + 2));
  }

  private static long sentinel(int level) {
    return 1L << (2 * (MAX_LEVEL - level));
  }

  private static long spread(long bits) {
    long v = bits & 0xFFFFFFFFL;
    v = (v | v << 16) & 0x0000FFFF0000FFFFL;
    v = (v | v << 8) & 0x00FF00FF00FF00FFL;
    v = (v | v << 4) & 0x0F0F0F0F0F0F0F0FL;
    v = (v | v << 2) & 0x3333333333333333L;
    return (v | v << 1) & 0x5555555555555555L;
  }

  /** Every second bit, from the lowest. */
  static long gather(long bits) {
    long v = bits & 0x5555555555555555L;
    v = (v | v >>> 1) & 0x3333333333333333L;
    v = (v | v >>> 2) & 0x0F0F0F0F0F0F0F0FL;
    v = (v | v >>> 4) & 0x00FF00FF00FF00FFL;
    v = (v | v >>> 8) & 0x0000FFFF0000FFFFL;
    return (v | v >>> 16) & 0x00000000FFFFFFFFL;
  }
}
