package org.riskcensus.core.geometry;

import java.util.Arrays;
import java.util.Comparator;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The edges of a polygonal geometry, from west to east, and the area it shares with another one as
 * a sum over pairs of edges.
 *
 * <p>A geometry is, at each x, what lies below its upper edges less what lies below its lower ones.
 * So the area that two share is the sum, over all pairs of an edge of each, of ∫ min(a(x), b(x)) dx
 * where their ranges of x overlap, counted negative where just one of the two is a lower edge. No
 * intersection is constructed and no case is special: shared edges and touching vertices only move
 * the sum continuously. What rounding can do to it is bounded, and where it could be all there is,
 * the sum is not given. Immutable.
 */
public final class AreaEdges {

  /** More pairs of edges than this are left to an overlay, whose cost grows less than theirs. */
  private static final long MOST_PAIRS = 1 << 18;

  /** Operations that round in one term of the sum, generously. */
  private static final int ROUNDINGS = 32;

  private final int size;
  private final double[] westX;
  private final double[] westY;
  private final double[] eastX;
  private final double[] eastY;
  private final boolean[] upper;
  private final double widest;

  private AreaEdges(double[][] edges) {
    size = edges.length;
    westX = new double[size];
    westY = new double[size];
    eastX = new double[size];
    eastY = new double[size];
    upper = new boolean[size];
    double width = 0;
    for (int i = 0; i < size; i++) {
      westX[i] = edges[i][0];
      westY[i] = edges[i][1];
      eastX[i] = edges[i][2];
      eastY[i] = edges[i][3];
      upper[i] = edges[i][4] > 0;
      width = Math.max(width, eastX[i] - westX[i]);
    }
    widest = width;
  }

  /** The edges of a valid polygon or multi-polygon. */
  public static AreaEdges of(Geometry area) {
    double[][] edges = new double[area.getNumPoints()][];
    int count = 0;
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      if (polygon.isEmpty()) {
        continue;
      }
      count = ring(polygon.getExteriorRing(), 1, edges, count);
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        count = ring(polygon.getInteriorRingN(h), -1, edges, count);
      }
    }
    double[][] kept = Arrays.copyOf(edges, count);
    Arrays.sort(kept, Comparator.comparingDouble(edge -> edge[0]));
    return new AreaEdges(kept);
  }

  private static int ring(LineString ring, int covers, double[][] edges, int first) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    double turn = below(vertices) > 0 ? covers : -covers;
    int count = first;
    for (int i = 1; i < vertices.size(); i++) {
      double ax = vertices.getX(i - 1);
      double bx = vertices.getX(i);
      double ay = vertices.getY(i - 1);
      double by = vertices.getY(i);
      if (ax < bx) {
        edges[count++] = new double[] {ax, ay, bx, by, turn};
      } else if (ax > bx) {
        edges[count++] = new double[] {bx, by, ax, ay, -turn};
      }
    }
    return count;
  }

  /** The area below a ring, positive where its upper edges lead east. */
  private static double below(CoordinateSequence vertices) {
    double base = vertices.getY(0);
    double sum = 0;
    for (int i = 1; i < vertices.size(); i++) {
      double height = vertices.getY(i - 1) - base + (vertices.getY(i) - base);
      sum += (vertices.getX(i) - vertices.getX(i - 1)) * height;
    }
    return sum;
  }

  /** Number of edges; vertical ones enclose no area to their side and are left out. */
  public int size() {
    return size;
  }

  /**
   * The area shared with another geometry; NaN where another way must find it, as it may be nothing
   * but rounding or there are too many pairs of edges.
   */
  public double shared(AreaEdges other) {
    if ((long) size * other.size > MOST_PAIRS) {
      return Double.NaN;
    }
    double base = size == 0 ? 0 : westY[0];
    double sum = 0;
    double magnitude = 0;
    long terms = 0;
    for (int i = 0; i < size; i++) {
      double reach = reach(i, base);
      int j = other.first(westX[i] - other.widest);
      for (; j < other.size && other.westX[j] < eastX[i]; j++) {
        if (other.eastX[j] > westX[i]) {
          double west = Math.max(westX[i], other.westX[j]);
          double east = Math.min(eastX[i], other.eastX[j]);
          double term = (east - west) / 2 * lower(i, other, j, base, west, east);
          sum += upper[i] == other.upper[j] ? term : -term;
          magnitude += (east - west) * (reach + other.reach(j, base));
          terms++;
        }
      }
    }
    return sum > (ROUNDINGS + terms) * Math.ulp(1.0) * magnitude ? sum : Double.NaN;
  }

  private double reach(int i, double base) {
    return Math.abs(westY[i] - base) + Math.abs(eastY[i] - base);
  }

  /** The first edge that begins at an x or to the east of it. */
  private int first(double x) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (westX[middle] < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Twice the mean height, above a base line, of the lower one of two edges between two x. */
  private double lower(int i, AreaEdges other, int j, double base, double west, double east) {
    double aWest = height(i, west, base);
    double aEast = height(i, east, base);
    double bWest = other.height(j, west, base);
    double bEast = other.height(j, east, base);
    double overWest = aWest - bWest;
    double overEast = aEast - bEast;
    if (overWest <= 0 && overEast <= 0) {
      return aWest + aEast;
    }
    if (overWest >= 0 && overEast >= 0) {
      return bWest + bEast;
    }
    double over = Math.max(overWest, overEast); // they cross: without the triangle of a above b
    return aWest + aEast - over * over / (Math.abs(overWest) + Math.abs(overEast));
  }

  private double height(int i, double x, double base) {
    double west = westY[i] - base;
    return x == westX[i]
        ? west
        : west + (x - westX[i]) / (eastX[i] - westX[i]) * (eastY[i] - westY[i]);
  }
}
