package org.riskcensus.core.raster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The cells of a grid whose interior a geometry meets ("all touched"): a polygon that only shares a
 * border with a cell does not touch it; a point lies in one cell. What lies on borders only, such
 * as a line along one, takes the cell of its centroid.
 *
 * <p>Scan conversion instead of overlays: within the strip of one row, the columns met are those
 * under the edges, and those between the crossings of the polygon's edges with the strip's middle
 * line (even-odd, so that invalid rings have an answer too). The cost is linear in edges and rows,
 * not in cells. Borders are drawn in by {@value #TOLERANCE} of a cell, because coordinates of
 * degrees rarely hit them exactly. Not thread-safe; made for one geometry.
 */
public final class TouchedCells {

  private static final double TOLERANCE = 1e-6;

  private record Crossing(int row, double column) {}

  private final GridFrame grid;
  private final List<CellRun> runs = new ArrayList<>();
  private List<Crossing> crossings = new ArrayList<>();

  private TouchedCells(GridFrame grid) {
    this.grid = grid;
  }

  /** Runs of cells from north to south and west to east; no cell twice. */
  public static List<CellRun> of(Geometry geometry, GridFrame grid) {
    if (geometry.isEmpty() || !geometry.getEnvelopeInternal().intersects(grid.extent())) {
      return List.of();
    }
    TouchedCells touched = new TouchedCells(grid);
    touched.add(geometry);
    if (touched.runs.isEmpty()) {
      touched.addPoint(geometry.getCentroid().getCoordinate());
    }
    return touched.merged();
  }

  private void add(Geometry geometry) {
    if (geometry instanceof GeometryCollection parts) {
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        add(parts.getGeometryN(i));
      }
    } else if (geometry instanceof Polygon polygon) {
      addEdges(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        addEdges(polygon.getInteriorRingN(i));
      }
      addInside();
    } else if (geometry instanceof LineString line) {
      addEdges(line);
    } else if (geometry instanceof Point point && !point.isEmpty()) {
      addPoint(point.getCoordinate());
    }
    crossings = new ArrayList<>();
  }

  private void addPoint(Coordinate position) {
    grid.find(position)
        .ifPresent(cell -> runs.add(new CellRun(cell.row(), cell.column(), cell.column())));
  }

  private void addEdges(LineString line) {
    CoordinateSequence vertices = line.getCoordinateSequence();
    for (int i = 1; i < vertices.size(); i++) {
      addEdge(
          grid.column(vertices.getX(i - 1)),
          grid.row(vertices.getY(i - 1)),
          grid.column(vertices.getX(i)),
          grid.row(vertices.getY(i)));
    }
  }

  private void addEdge(double x0, double y0, double x1, double y1) {
    if (y0 > y1) {
      addEdge(x1, y1, x0, y0);
      return;
    }
    int first = (int) Math.max(0, Math.floor(y0 + TOLERANCE));
    int last = (int) Math.min(grid.rows() - 1.0, Math.ceil(y1 - TOLERANCE) - 1);
    for (int row = first; row <= last; row++) {
      boolean level = y0 == y1;
      double a = level ? x0 : at(x0, y0, x1, y1, Math.max(y0, row + TOLERANCE));
      double b = level ? x1 : at(x0, y0, x1, y1, Math.min(y1, row + 1 - TOLERANCE));
      addColumns(row, Math.min(a, b), Math.max(a, b));
      double middle = row + 0.5;
      if (y0 <= middle && middle < y1) {
        crossings.add(new Crossing(row, at(x0, y0, x1, y1, middle)));
      }
    }
  }

  private static double at(double x0, double y0, double x1, double y1, double y) {
    return y <= y0 ? x0 : y >= y1 ? x1 : x0 + (x1 - x0) * ((y - y0) / (y1 - y0));
  }

  private void addInside() {
    crossings.sort(Comparator.comparingInt(Crossing::row).thenComparingDouble(Crossing::column));
    for (int i = 1; i < crossings.size(); i += 2) {
      addColumns(crossings.get(i).row(), crossings.get(i - 1).column(), crossings.get(i).column());
    }
  }

  private void addColumns(int row, double from, double to) {
    int first = (int) Math.max(0, Math.floor(from + TOLERANCE));
    int last = (int) Math.min(grid.columns() - 1.0, Math.ceil(to - TOLERANCE) - 1);
    if (first <= last) {
      runs.add(new CellRun(row, first, last));
    }
  }

  private List<CellRun> merged() {
    runs.sort(Comparator.comparingInt(CellRun::row).thenComparingInt(CellRun::first));
    List<CellRun> merged = new ArrayList<>();
    for (CellRun run : runs) {
      CellRun open = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (open != null && open.row() == run.row() && run.first() <= open.last() + 1) {
        int last = Math.max(open.last(), run.last());
        merged.set(merged.size() - 1, new CellRun(run.row(), open.first(), last));
      } else {
        merged.add(run);
      }
    }
    return List.copyOf(merged);
  }
}
