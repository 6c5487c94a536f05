package org.riskcensus.core.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.BoundaryPolygons;

/**
 * Makes the pieces of a polygon row by row: it sweeps each row from the west with the winding
 * number, fills the runs between boundary cells that are inside with core cells, and shapes the
 * boundary cells.
 */
final class CellPieces {

  private final CellGrid grid;
  private final OverlayClip lastResort;
  private final CellWindow window;
  private final Consumer<Piece> out;

  CellPieces(CellGrid grid, OverlayClip lastResort, CellWindow window, Consumer<Piece> out) {
    this.grid = grid;
    this.lastResort = lastResort;
    this.window = window;
    this.out = out;
  }

  void row(long row, SortedMap<Long, CellBoundary> cells) {
    if (!window.holdsRow(row)) {
      return;
    }
    int winding = 0;
    long next = 0;
    for (Map.Entry<Long, CellBoundary> entry : cells.entrySet()) {
      long column = entry.getKey();
      if (winding != 0) {
        fill(next, column - 1, row);
      }
      if (window.holds(column, row)) {
        shape(grid.cell(column, row), entry.getValue(), winding);
      }
      winding += entry.getValue().crossings();
      next = column + 1;
    }
  }

  private void fill(long from, long to, long row) {
    long last = Math.min(to, window.east());
    for (long column = Math.max(from, window.west()); column <= last; column++) {
      out.accept(Piece.core(grid.cell(column, row)));
    }
  }

  private void shape(long id, CellBoundary cell, int winding) {
    boolean undivided = cell.chains.isEmpty() && cell.rings.isEmpty();
    if (undivided && !cell.coversBorder(winding)) {
      return;
    }
    if (undivided && cell.nodes.isEmpty()) {
      out.accept(Piece.core(id));
      return;
    }
    Geometry part = walk(cell, winding).orElseGet(() -> lastResort.clip(cell.square));
    if (!part.isEmpty()) {
      out.accept(Piece.part(id, part));
    }
  }

  /** The part by walking the border of the cell; empty when that is ambiguous. */
  private static Optional<Geometry> walk(CellBoundary cell, int winding) {
    BorderWalk walk = new BorderWalk(cell);
    List<Coordinate[]> rings = new ArrayList<>(cell.rings);
    if (!cell.chains.isEmpty()) {
      List<Coordinate[]> closed = walk.rings(cell.westWinding(winding));
      if (closed.isEmpty()) {
        return Optional.empty();
      }
      rings.addAll(closed);
    } else if (cell.coversBorder(winding)) {
      rings.add(walk.border());
    }
    return polygons(rings);
  }

  private static Optional<Geometry> polygons(List<Coordinate[]> rings) {
    BoundaryPolygons boundary = new BoundaryPolygons();
    for (Coordinate[] ring : rings) {
      if (!boundary.addRing(ring)) {
        return Optional.empty();
      }
    }
    return boundary.find().map(OverlayClip::collect).filter(Geometry::isValid);
  }
}
