package org.riskcensus.pipeline.job.sample.terrain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The hexagons that make up a county. Three hexagons meet at each corner, so whatever set of them
 * is joined, its border never touches itself: every union is a valid polygon.
 *
 * <p>Corners are named by a whole number, whichever hexagon asks; corner {@code k} and {@code k+1}
 * bound the side to neighbour {@code k}.
 */
final class HexGrid {

  static final int SIDES = 6;
  private static final int[] CORNER_X = {1, 0, -1, -1, 0, 1};
  private static final int[] CORNER_Y = {1, 2, 1, -1, -2, -1};
  private static final int[] NEIGHBOUR_X = {1, -1, -2, -1, 1, 2};
  private static final int[] NEIGHBOUR_Y = {3, 3, 0, -3, -3, 0};

  private final double unitX;
  private final double unitY;
  private final Coordinate origin;
  private final List<Long> cells;
  private final int[][] neighbours;

  private HexGrid(double side, Coordinate origin, List<Long> cells) {
    this.unitX = halfWidth(side);
    this.unitY = side / 2;
    this.origin = origin;
    this.cells = cells;
    Map<Long, Integer> index = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      index.put(cells.get(i), i);
    }
    this.neighbours = new int[cells.size()][SIDES];
    for (int i = 0; i < cells.size(); i++) {
      for (int k = 0; k < SIDES; k++) {
        long beside = beside(cells.get(i), k);
        neighbours[i][k] = index.getOrDefault(beside, -1);
      }
    }
  }

  /** The largest connected piece of the outline in hexagons of {@code side} metres. */
  static HexGrid of(Outline outline, double side) {
    Envelope box = outline.box();
    Coordinate origin = new Coordinate(box.getMinX(), box.getMinY());
    int rows = (int) (box.getHeight() / side / 1.5);
    int columns = (int) (box.getWidth() / halfWidth(side) / 2);
    List<Long> inside = new ArrayList<>();
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        int x = 2 * i + (j & 1);
        int y = 3 * j;
        if (outline.contains(origin.x + x * halfWidth(side), origin.y + y * side / 2)) {
          inside.add(key(x, y));
        }
      }
    }
    HexGrid all = new HexGrid(side, origin, inside);
    return new HexGrid(side, origin, all.largestPiece());
  }

  private List<Long> largestPiece() {
    int[] piece = new int[size()];
    List<Long> largest = List.of();
    for (int start = 0; start < size(); start++) {
      if (piece[start] == 0) {
        List<Long> found = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        piece[start] = 1;
        while (!open.isEmpty()) {
          int cell = open.poll();
          found.add(cells.get(cell));
          for (int next : neighbours[cell]) {
            if (next >= 0 && piece[next] == 0) {
              piece[next] = 1;
              open.add(next);
            }
          }
        }
        largest = found.size() > largest.size() ? found : largest;
      }
    }
    return largest.stream().sorted().toList();
  }

  int size() {
    return cells.size();
  }

  /** Area of all hexagons, m². */
  double area() {
    return 6.0 * size() * unitX * unitY;
  }

  Coordinate centre(int cell) {
    return place(cells.get(cell));
  }

  /** The cell across side {@code k}, or −1 outside the county. */
  int neighbour(int cell, int k) {
    return neighbours[cell][k];
  }

  long corner(int cell, int k) {
    long centre = cells.get(cell);
    return key(x(centre) + CORNER_X[k % SIDES], y(centre) + CORNER_Y[k % SIDES]);
  }

  /** Where a corner lies before borders are smoothed. */
  Coordinate place(long corner) {
    return new Coordinate(origin.x + x(corner) * unitX, origin.y + y(corner) * unitY);
  }

  private static long beside(long cell, int k) {
    return key(x(cell) + NEIGHBOUR_X[k], y(cell) + NEIGHBOUR_Y[k]);
  }

  private static double halfWidth(double side) {
    return side * StrictMath.sqrt(3) / 2;
  }

  private static long key(int x, int y) {
    return ((long) y << 32) | (x & 0xFFFFFFFFL);
  }

  private static int x(long key) {
    return (int) key;
  }

  private static int y(long key) {
    return (int) (key >> 32);
  }
}
