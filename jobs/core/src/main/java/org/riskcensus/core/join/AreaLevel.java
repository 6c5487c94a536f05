package org.riskcensus.core.join;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Polygonal geometries of about one size, cut along one grid, and the test of a point against them
 * that looks only at the point's cell: how many edges a path inside the cell crosses, from the
 * point east to the cell's side and then down to the corner whose state is known.
 *
 * <p>Everything is in flat arrays, and what is read together lies together, since the time of a
 * look-up is that of its few accesses to memory: per cell a range of words, and in it for each
 * geometry its position with the state of the corner and, in a boundary cell, how many edges follow
 * and their numbers. Vertices are there once, in the order of their rings. Thread-safe once built.
 */
final class AreaLevel {

  /** The lowest bits of an entry, above which the position of the geometry stands. */
  private static final int INSIDE = 1;

  private static final int BOUNDARY = 2;
  private static final int FLAGS = 2;

  private final double side;
  private final CellNumbers cells;
  private final int[] starts;
  private final int[] words;
  private final double[] vertices;

  private AreaLevel(double side, List<Builder> chunks) {
    this.side = side;
    this.cells = CellNumbers.of(chunks.stream().map(chunk -> chunk.cells).toList());
    this.starts = new int[cells.size() + 1];
    int coordinates = 0;
    for (Builder chunk : chunks) {
      for (int i = 0; i < chunk.cells.size(); i++) {
        starts[cells.find(chunk.cells.get(i)) + 1] += chunk.end(i) - chunk.start(i);
      }
      coordinates = Math.addExact(coordinates, chunk.cutter.vertices().size());
    }
    for (int i = 0; i < cells.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i + 1], starts[i]);
    }
    this.words = new int[starts[cells.size()]];
    this.vertices = new double[coordinates];
    int[] next = starts.clone();
    int offset = 0;
    for (Builder chunk : chunks) {
      place(chunk, next, offset / 2);
      chunk.cutter.vertices().copyTo(vertices, offset);
      offset += chunk.cutter.vertices().size();
    }
  }

  private void place(Builder chunk, int[] next, int firstEdge) {
    for (int i = 0; i < chunk.cells.size(); i++) {
      int number = cells.find(chunk.cells.get(i));
      int to = next[number];
      int from = chunk.start(i);
      int end = chunk.end(i);
      words[to++] = chunk.words.get(from++);
      if (from < end) {
        words[to++] = chunk.words.get(from++);
        while (from < end) {
          words[to++] = chunk.words.get(from++) + firstEdge;
        }
      }
      next[number] = to;
    }
  }

  /** The level of what was collected, perhaps side by side. */
  static AreaLevel of(double side, List<Builder> chunks) {
    return new AreaLevel(side, chunks);
  }

  /** Collects the cells of geometries. */
  static final class Builder implements AreaCells.Sink {

    private final AreaCells cutter;
    private final Longs cells = new Longs();
    private final Ints starts = new Ints();
    private final Ints words = new Ints();
    private int position;

    Builder(double side) {
      this.cutter = new AreaCells(side, this);
    }

    /** Adds the geometry that stands at a position of its side. */
    void add(int at, Geometry area) {
      position = at;
      cutter.cut(area);
    }

    @Override
    public void cell(int column, int row, boolean inside, int[] edges, int from, int to) {
      cells.add(SquareGrid.cell(column, row));
      starts.add(words.size());
      words.add(position << FLAGS | (from < to ? BOUNDARY : 0) | (inside ? INSIDE : 0));
      if (from < to) {
        words.add(to - from);
        words.add(edges, from, to);
      }
    }

    private int start(int cell) {
      return starts.get(cell);
    }

    private int end(int cell) {
      return cell + 1 < starts.size() ? starts.get(cell + 1) : words.size();
    }
  }

  /**
   * {@link AreaIndex#expect}: one kind of memory after the other.
   *
   * @param at working space of at least {@code count}; what is left in it means nothing, but keeps
   *     the loads from being left out
   */
  void expect(double[] xs, double[] ys, int count, int[] at) {
    if (words.length == 0) {
      return;
    }
    for (int i = 0; i < count; i++) {
      at[i] = Math.max(0, cells.find(SquareGrid.line(xs[i], side), SquareGrid.line(ys[i], side)));
    }
    for (int i = 0; i < count; i++) {
      at[i] = Math.min(starts[at[i]], words.length - 1);
    }
    for (int i = 0; i < count; i++) {
      boolean edges = (words[at[i]] & BOUNDARY) != 0 && at[i] + 2 < words.length;
      at[i] = edges ? words[at[i] + 2] : 0;
    }
    for (int i = 0; i < count; i++) {
      at[i] = (int) vertices[2 * at[i]];
    }
  }

  /**
   * Adds the positions of the geometries that hold a point.
   *
   * @param interior whether those whose interior holds it count
   * @param boundary whether those whose boundary holds it count
   */
  void find(double x, double y, boolean interior, boolean boundary, Hits hits) {
    int column = SquareGrid.line(x, side);
    int row = SquareGrid.line(y, side);
    int number = cells.find(column, row);
    if (number < 0) {
      return;
    }
    int end = starts[number + 1];
    for (int at = starts[number]; at < end; at++) {
      int entry = words[at];
      int location = Location.INTERIOR;
      if ((entry & BOUNDARY) != 0) {
        location = locate(x, y, (column + 1) * side, row * side, at);
        at += 1 + words[at + 1];
      }
      if (location == Location.INTERIOR ? interior : location == Location.BOUNDARY && boundary) {
        hits.add(entry >> FLAGS);
      }
    }
  }

  /**
   * Tells a filter how some bounds lie to each geometry with an entry in a cell that meets them: as
   * far as the cell reaches, wholly in its interior, wholly outside, or perhaps on its boundary.
   */
  void look(Envelope bounds, CellFilter filter) {
    int east = SquareGrid.line(bounds.getMaxX(), side);
    int north = SquareGrid.line(bounds.getMaxY(), side);
    int west = SquareGrid.line(bounds.getMinX(), side);
    for (int row = SquareGrid.line(bounds.getMinY(), side); row <= north; row++) {
      for (int column = west; column <= east; column++) {
        int number = cells.find(column, row);
        int end = number < 0 ? 0 : starts[number + 1];
        for (int at = number < 0 ? 0 : starts[number]; at < end; at++) {
          int location = Location.INTERIOR;
          int position = words[at] >> FLAGS;
          if ((words[at] & BOUNDARY) != 0) {
            location = locate(bounds, column, row, at);
            at += 1 + words[at + 1];
          }
          filter.tell(position, location);
        }
      }
    }
  }

  /**
   * Bounds that no edge in the cell touches lie to one side, so one of their points tells which.
   */
  private int locate(Envelope bounds, int column, int row, int entry) {
    int end = entry + 2 + words[entry + 1];
    for (int at = entry + 2; at < end; at++) {
      int edge = 2 * words[at];
      if (EdgeSide.mayTouch(
          vertices[edge], vertices[edge + 1], vertices[edge + 2], vertices[edge + 3], bounds)) {
        return Location.BOUNDARY;
      }
    }
    double x = Math.max(bounds.getMinX(), column * side);
    double y = Math.max(bounds.getMinY(), row * side);
    return locate(x, y, (column + 1) * side, row * side, entry);
  }

  /** How many cells meet some bounds. */
  long cells(Envelope bounds) {
    long columns =
        SquareGrid.line(bounds.getMaxX(), side) - (long) SquareGrid.line(bounds.getMinX(), side);
    long rows =
        SquareGrid.line(bounds.getMaxY(), side) - (long) SquareGrid.line(bounds.getMinY(), side);
    return (columns + 1) * (rows + 1);
  }

  private int locate(double x, double y, double east, double south, int entry) {
    boolean inside = (words[entry] & INSIDE) != 0;
    int end = entry + 2 + words[entry + 1];
    for (int at = entry + 2; at < end; at++) {
      int edge = 2 * words[at];
      double ax = vertices[edge];
      double ay = vertices[edge + 1];
      double bx = vertices[edge + 2];
      double by = vertices[edge + 3];
      if (ay > y != by > y) {
        if (ax >= x || bx >= x) {
          boolean left = ax > x && bx > x;
          if (!left) {
            int turn = EdgeSide.of(ax, ay, bx, by, x, y);
            if (turn == 0) {
              return Location.BOUNDARY;
            }
            left = turn > 0 == by > ay;
          }
          inside ^= left && !leftOf(ax, ay, bx, by, east, y);
        }
      } else if (meets(ax, ay, bx, by, x, y)) {
        return Location.BOUNDARY;
      }
      if (ax > east != bx > east && (ay > south || by > south) && (ay <= y || by <= y)) {
        inside ^=
            EdgeSide.ofMoved(ax, ay, bx, by, east, y)
                != EdgeSide.ofMoved(ax, ay, bx, by, east, south);
      }
    }
    return inside ? Location.INTERIOR : Location.EXTERIOR;
  }

  /** Whether the moved position lies to the west of an edge that passes its latitude. */
  private static boolean leftOf(double ax, double ay, double bx, double by, double x, double y) {
    if (ax <= x && bx <= x) {
      return false;
    }
    return (ax > x && bx > x) || EdgeSide.ofMoved(ax, ay, bx, by, x, y) > 0 == by > ay;
  }

  /** Whether an edge that does not pass the point's latitude touches the point. */
  private static boolean meets(double ax, double ay, double bx, double by, double x, double y) {
    if (ay == y && by == y) {
      return Math.min(ax, bx) <= x && x <= Math.max(ax, bx);
    }
    return (ax == x && ay == y) || (bx == x && by == y);
  }
}
