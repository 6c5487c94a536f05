package org.riskcensus.core.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The boundary of a polygon (or of the members of a multipolygon), dealt out to the cells it
 * crosses.
 *
 * <p>Each noded ring is cut at its vertices on grid lines; the paths between go to the one cell
 * that holds them. A vertex on a line is noted in the cells on both sides, also in a cell that the
 * boundary only touches, so that neighbours match vertex by vertex. The time is that of the
 * boundary's length in cells, plus the number of core cells.
 */
final class PolygonTessellation {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final GridNoder grid;

  /** Boundary cells by row and column, counted as multiples of the side from (0, 0). */
  private final TreeMap<Long, TreeMap<Long, CellBoundary>> rows = new TreeMap<>();

  private final Geometry noded;

  PolygonTessellation(Geometry polygons, GridNoder grid) {
    this.grid = grid;
    List<Polygon> members = new ArrayList<>();
    for (int i = 0; i < polygons.getNumGeometries(); i++) {
      members.add(add((Polygon) polygons.getGeometryN(i)));
    }
    this.noded = GEOMETRY.createMultiPolygon(members.toArray(Polygon[]::new));
  }

  void emit(CellGrid cells, CellWindow window, Consumer<Piece> out) {
    CellPieces pieces = new CellPieces(cells, new OverlayClip(noded), window, out);
    rows.forEach(pieces::row);
  }

  private Polygon add(Polygon polygon) {
    LinearRing shell = add(polygon.getExteriorRing(), true);
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = add(polygon.getInteriorRingN(i), false);
    }
    return GEOMETRY.createPolygon(shell, holes);
  }

  private LinearRing add(LinearRing ring, boolean shell) {
    List<Coordinate> path = grid.node(ring.getCoordinates());
    if (Orientation.isCCW(ring.getCoordinateSequence()) != shell) {
      Collections.reverse(path);
    }
    Coordinate[] coordinates = path.toArray(Coordinate[]::new);
    deal(coordinates);
    return GEOMETRY.createLinearRing(coordinates);
  }

  private void deal(Coordinate[] ring) {
    int segments = ring.length - 1;
    int first = 0;
    while (first < segments && !grid.onLine(ring[first])) {
      first++;
    }
    if (first == segments) {
      cell(grid.line(ring[0].x), grid.line(ring[0].y)).addRing(ring);
      return;
    }
    List<Coordinate> chain = new ArrayList<>();
    chain.add(ring[first]);
    for (int i = 1; i <= segments; i++) {
      Coordinate c = ring[(first + i) % segments];
      chain.add(c);
      if (grid.onLine(c)) {
        addNode(c);
        addChain(chain.toArray(Coordinate[]::new));
        chain.clear();
        chain.add(c);
      }
    }
  }

  private void addChain(Coordinate[] chain) {
    Coordinate a = chain[0];
    Coordinate b = chain[1];
    long column = grid.line(Math.min(a.x, b.x));
    long row = grid.line(Math.min(a.y, b.y));
    if (chain.length > 2) {
      cell(grid.line(b.x), grid.line(b.y)).addChain(chain);
    } else if (a.x == b.x && grid.onLine(a.x)) {
      cell(b.y > a.y ? column - 1 : column, row).addBorder(a, b);
    } else if (a.y == b.y && grid.onLine(a.y)) {
      cell(column, b.x > a.x ? row : row - 1).addBorder(a, b);
    } else {
      cell(column, row).addChain(chain);
    }
  }

  private void addNode(Coordinate c) {
    boolean onColumn = grid.onLine(c.x);
    boolean onRow = grid.onLine(c.y);
    if (onColumn && onRow) {
      return;
    }
    long column = grid.line(c.x);
    long row = grid.line(c.y);
    cell(column, row).nodes.add(c);
    cell(onColumn ? column - 1 : column, onRow ? row - 1 : row).nodes.add(c);
  }

  private CellBoundary cell(long column, long row) {
    Map<Long, CellBoundary> cells = rows.computeIfAbsent(row, r -> new TreeMap<>());
    return cells.computeIfAbsent(column, c -> new CellBoundary(square(column, row)));
  }

  private Envelope square(long column, long row) {
    double side = grid.side();
    return new Envelope(column * side, (column + 1) * side, row * side, (row + 1) * side);
  }
}
