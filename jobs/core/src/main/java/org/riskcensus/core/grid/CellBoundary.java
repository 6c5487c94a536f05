package org.riskcensus.core.grid;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The share of a polygon's boundary that one cell holds, interior to the left.
 *
 * <p>Beside the shape it counts how the boundary crosses the middle line of the row, downwards
 * positive: the running sum from the west is the winding number, which tells whether the cells
 * between two boundary cells are inside.
 */
final class CellBoundary {

  final Envelope square;

  /** Paths through the open cell from border to border. */
  final List<Coordinate[]> chains = new ArrayList<>();

  /** Closed rings that touch no grid line. */
  final List<Coordinate[]> rings = new ArrayList<>();

  /** Vertices of the boundary on the border of the cell, corners excepted. */
  final List<Coordinate> nodes = new ArrayList<>();

  private boolean bordered;
  private int crossings;
  private int westCrossings;

  CellBoundary(Envelope square) {
    this.square = square;
  }

  void addChain(Coordinate[] chain) {
    chains.add(chain);
    count(chain);
  }

  void addRing(Coordinate[] ring) {
    rings.add(ring);
    count(ring);
  }

  /** A segment on the border itself with the cell to its left; the walk along the border has it. */
  void addBorder(Coordinate from, Coordinate to) {
    bordered = true;
    int crossing = crossing(from, to);
    crossings += crossing;
    if (from.x == square.getMinX()) {
      westCrossings += crossing;
    }
  }

  /** The change of the winding number across the cell, from west to east. */
  int crossings() {
    return crossings;
  }

  /** The winding number just inside the west border, below the middle line. */
  int westWinding(int windingBefore) {
    return windingBefore + westCrossings;
  }

  /** Whether a cell that no chain divides is inside along its border. */
  boolean coversBorder(int windingBefore) {
    return bordered || windingBefore != 0;
  }

  double middle() {
    return (square.getMinY() + square.getMaxY()) / 2;
  }

  private void count(Coordinate[] path) {
    for (int i = 1; i < path.length; i++) {
      crossings += crossing(path[i - 1], path[i]);
    }
  }

  private int crossing(Coordinate from, Coordinate to) {
    double middle = middle();
    if ((from.y < middle) == (to.y < middle)) {
      return 0;
    }
    return to.y < middle ? 1 : -1;
  }
}
