package org.riskcensus.core.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Lines, dealt out to the cells they pass: each segment of the noded line goes to exactly one cell,
 * one along a grid line to the cell on its east or north. Lengths are conserved.
 */
final class LineTessellation {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final CellGrid grid;
  private final TreeMap<Long, List<LineString>> cells = new TreeMap<>();

  LineTessellation(Geometry lines, CellGrid grid) {
    this.grid = grid;
    GridNoder noder = new GridNoder(grid);
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      deal(noder.node(lines.getGeometryN(i).getCoordinates()));
    }
  }

  void emit(Consumer<Piece> out) {
    for (Map.Entry<Long, List<LineString>> entry : cells.entrySet()) {
      List<LineString> lines = entry.getValue();
      Geometry part =
          lines.size() == 1
              ? lines.get(0)
              : GEOMETRY.createMultiLineString(lines.toArray(LineString[]::new));
      out.accept(Piece.part(entry.getKey(), part));
    }
  }

  private void deal(List<Coordinate> path) {
    int start = 0;
    for (int i = 1; i < path.size(); i++) {
      long cell = cell(path.get(i - 1), path.get(i));
      if (i + 1 == path.size() || cell(path.get(i), path.get(i + 1)) != cell) {
        Coordinate[] chain = path.subList(start, i + 1).toArray(Coordinate[]::new);
        cells.computeIfAbsent(cell, c -> new ArrayList<>()).add(GEOMETRY.createLineString(chain));
        start = i;
      }
    }
  }

  /** A noded segment lies in one closed cell: its least ordinates name the half-open one. */
  private long cell(Coordinate a, Coordinate b) {
    return grid.cell(Math.min(a.x, b.x), Math.min(a.y, b.y));
  }
}
