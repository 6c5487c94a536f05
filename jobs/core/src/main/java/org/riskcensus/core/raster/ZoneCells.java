package org.riskcensus.core.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * The cells of a grid that belong to the area of a zone, with their weights, row by row from the
 * north. One pass over the edges, sorted by row: memory is that of the edges and of one row.
 *
 * <p>By cell centres a cell belongs to a zone or not; a centre on a border belongs to one of two
 * neighbours, so that zones that tile the plane share out all cells. By area the weight is the part
 * of the cell that the zone covers: what an edge cuts off in each column is added up from west to
 * east, which is exact but for rounding. Not thread-safe; made for one zone.
 */
public final class ZoneCells {

  /** Weights below this are rounding. */
  private static final double LEAST = 1e-9;

  /** How cells belong to a zone. */
  public enum Method {
    /** Cells whose centre lies in the zone, each as a whole. */
    CENTRE,
    /** Cells the zone covers in part or whole, by the part covered. */
    AREA
  }

  /** Takes the cells. */
  public interface Visitor<E extends Exception> {
    /** A cell and its weight, above 0 and up to 1. */
    void cell(int column, int row, double weight) throws E;
  }

  /**
   * An edge downwards, in columns and rows of the grid; the sign says on which side the area is.
   */
  private record Edge(double x0, double y0, double x1, double y1, int sign) {
    double x(double y) {
      return y <= y0 ? x0 : y >= y1 ? x1 : x0 + (x1 - x0) * ((y - y0) / (y1 - y0));
    }
  }

  private final GridFrame grid;
  private final List<Edge> edges = new ArrayList<>();
  private final double[] steps;
  private double[] crossings = new double[16];

  private ZoneCells(GridFrame grid) {
    this.grid = grid;
    this.steps = new double[grid.columns() + 1];
  }

  /** Visits the cells of the areas of a geometry; of lines and points none. */
  public static <E extends Exception> void visit(
      Geometry zone, GridFrame grid, Method method, Visitor<E> visitor) throws E {
    if (zone.isEmpty() || !zone.getEnvelopeInternal().intersects(grid.extent())) {
      return;
    }
    ZoneCells cells = new ZoneCells(grid);
    for (Object polygon : PolygonExtracter.getPolygons(zone)) {
      cells.add((Polygon) polygon);
    }
    cells.sweep(method, visitor);
  }

  private void add(Polygon polygon) {
    add(polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      add(polygon.getInteriorRingN(i), false);
    }
  }

  private void add(LinearRing ring, boolean shell) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    int sign = Orientation.isCCW(vertices) == shell ? 1 : -1;
    for (int i = 1; i < vertices.size(); i++) {
      double x0 = grid.column(vertices.getX(i - 1));
      double y0 = grid.row(vertices.getY(i - 1));
      double x1 = grid.column(vertices.getX(i));
      double y1 = grid.row(vertices.getY(i));
      if (y0 < y1) {
        edges.add(new Edge(x0, y0, x1, y1, sign));
      } else if (y0 > y1) {
        edges.add(new Edge(x1, y1, x0, y0, -sign));
      }
    }
  }

  private <E extends Exception> void sweep(Method method, Visitor<E> visitor) throws E {
    edges.sort(Comparator.comparingDouble(Edge::y0));
    List<Edge> active = new ArrayList<>();
    int next = 0;
    int row = edges.isEmpty() ? grid.rows() : (int) Math.max(0, Math.floor(edges.get(0).y0()));
    for (; row < grid.rows() && (next < edges.size() || !active.isEmpty()); row++) {
      int top = row;
      active.removeIf(edge -> edge.y1() <= top);
      while (next < edges.size() && edges.get(next).y0() < row + 1) {
        if (edges.get(next).y1() > row) {
          active.add(edges.get(next));
        }
        next++;
      }
      if (method == Method.CENTRE) {
        visitCentres(active, row, visitor);
      } else {
        visitShares(active, row, visitor);
      }
    }
  }

  private <E extends Exception> void visitCentres(List<Edge> active, int row, Visitor<E> visitor)
      throws E {
    int count = cross(active, row + 0.5);
    for (int i = 1; i < count; i += 2) {
      int first = (int) Math.max(0, Math.ceil(crossings[i - 1] - 0.5));
      int last = (int) Math.min(grid.columns() - 1.0, Math.ceil(crossings[i] - 0.5) - 1);
      for (int column = first; column <= last; column++) {
        visitor.cell(column, row, 1);
      }
    }
  }

  /** Where the edges cross a height, from west to east; gives their number. */
  private int cross(List<Edge> active, double y) {
    int count = 0;
    for (Edge edge : active) {
      if (edge.y0() <= y && y < edge.y1()) {
        if (count == crossings.length) {
          crossings = Arrays.copyOf(crossings, 2 * count);
        }
        crossings[count++] = edge.x(y);
      }
    }
    Arrays.sort(crossings, 0, count);
    return count;
  }

  private <E extends Exception> void visitShares(List<Edge> active, int row, Visitor<E> visitor)
      throws E {
    int first = grid.columns();
    int last = -1;
    for (Edge edge : active) {
      double from = Math.max(edge.y0(), row);
      double to = Math.min(edge.y1(), row + 1.0);
      double a = clamp(Math.min(edge.x(from), edge.x(to)));
      double b = clamp(Math.max(edge.x(from), edge.x(to)));
      first = Math.min(first, (int) a);
      last = Math.max(last, Math.min(grid.columns() - 1, (int) b));
      cut(edge, from, to);
    }
    double covered = 0;
    for (int column = first; column <= last; column++) {
      covered += steps[column];
      if (covered > LEAST) {
        visitor.cell(column, row, Math.min(1, covered));
      }
    }
    if (first <= last) {
      Arrays.fill(steps, first, last + 2, 0);
    }
  }

  private double clamp(double x) {
    return Math.max(0, Math.min(grid.columns(), x));
  }

  /** Adds what lies east of the part of an edge between two heights of one row. */
  private void cut(Edge edge, double from, double to) {
    double y = from;
    double x = edge.x(from);
    double end = edge.x(to);
    while (y < to) {
      double border = end > x ? Math.floor(x) + 1 : Math.ceil(x) - 1;
      boolean beyond = end > x ? border < end : border > end;
      double nextX = beyond ? border : end;
      double nextY = beyond ? Math.max(y, Math.min(to, heightAt(edge, border))) : to;
      addStep((x + nextX) / 2, (nextY - y) * edge.sign());
      x = nextX;
      y = beyond ? nextY : to;
    }
  }

  private static double heightAt(Edge edge, double x) {
    return edge.y0() + (edge.y1() - edge.y0()) * ((x - edge.x0()) / (edge.x1() - edge.x0()));
  }

  private void addStep(double x, double height) {
    if (x < 0) {
      steps[0] += height;
    } else if (x < grid.columns()) {
      int column = (int) x;
      double fraction = x - column;
      steps[column] += height * (1 - fraction);
      steps[column + 1] += height * fraction;
    }
  }
}
