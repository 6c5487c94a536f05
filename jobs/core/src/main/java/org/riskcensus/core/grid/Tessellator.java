package org.riskcensus.core.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Cuts geometry of the analysis plane along the grid, exactly.
 *
 * <p>The pieces tile the geometry: their areas (or lengths, or points) sum to the whole, each lies
 * in its closed cell, and neighbouring pieces — of one polygon in two cells, or of two polygons
 * that share edges — match vertex by vertex, so that any subset of pieces of a coverage is again a
 * valid coverage. Crossings with grid lines are computed once per edge in a canonical order (see
 * {@link GridNoder}); nothing else computes a coordinate. A cell that is covered whole is a core
 * piece, unless the boundary touches one of its sides from outside: then its part carries those
 * vertices.
 *
 * <p>Input should be valid; where it is not (also within rounding), the cells concerned are
 * repaired one by one. A geometry yields at most one piece per cell, except a collection of mixed
 * members.
 */
public final class Tessellator {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Tessellator() {}

  /**
   * Hands the pieces of {@code plane} to {@code out}: polygons give polygonal parts and core cells,
   * lines linear parts, points point parts. An empty geometry gives none.
   *
   * @param plane geometry in the analysis plane (m)
   * @param grid the cells
   * @throws IllegalArgumentException when the geometry reaches outside the grid
   */
  public static void tessellate(Geometry plane, CellGrid grid, Consumer<Piece> out) {
    if (plane.isEmpty()) {
      return;
    }
    if (isPolygonal(plane)) {
      requireInside(plane.getEnvelopeInternal());
      polygons(plane, grid, CellWindow.ALL, out);
    } else if (plane instanceof LineString || plane instanceof MultiLineString) {
      new LineTessellation(plane, grid).emit(out);
    } else if (plane instanceof Point || plane instanceof MultiPoint) {
      points(plane, grid, out);
    } else if (plane instanceof GeometryCollection) {
      for (int i = 0; i < plane.getNumGeometries(); i++) {
        tessellate(plane.getGeometryN(i), grid, out);
      }
    } else {
      throw new IllegalArgumentException("cannot tessellate a " + plane.getGeometryType());
    }
  }

  /**
   * Hands on only those pieces of a polygon or multipolygon whose cells {@code within} meets, the
   * same to the bit: an area far wider than what is looked at costs no more than its boundary, and
   * may reach outside the grid. Other geometry gives all its pieces.
   *
   * @param plane geometry in the analysis plane (m)
   * @param within bounds in the plane (m), inside the grid
   */
  public static void tessellate(
      Geometry plane, CellGrid grid, Envelope within, Consumer<Piece> out) {
    if (isPolygonal(plane) && !plane.isEmpty()) {
      polygons(plane, grid, CellWindow.of(within, new GridNoder(grid)), out);
    } else {
      tessellate(plane, grid, out);
    }
  }

  private static boolean isPolygonal(Geometry plane) {
    return plane instanceof Polygon || plane instanceof MultiPolygon;
  }

  /** The pieces as a list, in the order of {@link #tessellate(Geometry, CellGrid, Consumer)}. */
  public static List<Piece> pieces(Geometry plane, CellGrid grid) {
    List<Piece> pieces = new ArrayList<>();
    tessellate(plane, grid, pieces::add);
    return pieces;
  }

  private static void requireInside(Envelope e) {
    Cells.requireCovered(e.getMinX(), e.getMinY());
    Cells.requireCovered(Math.nextDown(e.getMaxX()), Math.nextDown(e.getMaxY()));
  }

  private static void polygons(
      Geometry plane, CellGrid cells, CellWindow window, Consumer<Piece> out) {
    GridNoder grid = new GridNoder(cells);
    Envelope e = plane.getEnvelopeInternal();
    long column = grid.line(e.getMinX());
    long row = grid.line(e.getMinY());
    if (column != grid.line(e.getMaxX()) || row != grid.line(e.getMaxY())) {
      new PolygonTessellation(plane, grid).emit(cells, window, out);
    } else if (window.holds(column, row)) {
      out.accept(Piece.part(cells.cell(column, row), plane));
    }
  }

  private static void points(Geometry plane, CellGrid grid, Consumer<Piece> out) {
    TreeMap<Long, List<Coordinate>> cells = new TreeMap<>();
    for (Coordinate c : plane.getCoordinates()) {
      Coordinate place = new Coordinate(c.x, c.y);
      cells.computeIfAbsent(grid.cell(c.x, c.y), id -> new ArrayList<>()).add(place);
    }
    cells.forEach((cell, places) -> out.accept(Piece.part(cell, points(places))));
  }

  private static Geometry points(List<Coordinate> places) {
    return places.size() == 1
        ? GEOMETRY.createPoint(places.get(0))
        : GEOMETRY.createMultiPointFromCoords(places.toArray(Coordinate[]::new));
  }
}
