package org.riskcensus.core.geometry;

import java.util.Arrays;
import java.util.Comparator;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The edges of a polygonal geometry, from west to east, and the area it shares with another one as
 * a sum over pairs of edges.
 *
 * <p>A geometry is, at each x, what lies below its upper edges less what lies below its lower ones.
 * So the area that two share is the sum, over all pairs of an edge of each, of ∫ min(a(x), b(x)) dx
 * where their ranges of x overlap, counted negative where just one of the two is a lower edge.
 * Heights are taken within the bounds that both share, by {@link ClippedEdges}: what is shared lies
 * there. No intersection is constructed and no case is special: shared edges and touching vertices
 * only move the sum continuously. What rounding can do to it is bounded, and where it could be all
 * there is, the sum is not given. Immutable.
 */
public final class AreaEdges {

  /** More pairs of edges than this are left to an overlay, whose cost grows less than theirs. */
  private static final long MOST_PAIRS = 1 << 18;

  private final Envelope bounds;
  private final double area;
  private final double widest;
  private final double[] westX;
  private final double[] westY;
  private final double[] eastX;
  private final double[] eastY;
  private final boolean[] upper;

  private AreaEdges(double[][] edges, Geometry geometry) {
    int size = edges.length;
    bounds = geometry.getEnvelopeInternal();
    area = geometry.getArea();
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
    return new AreaEdges(kept, area);
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
    return westX.length;
  }

  /**
   * The area shared with another geometry: the very area of one that lies within the other. NaN
   * where another way must find it, as it may be nothing but rounding or there are too many pairs
   * of edges.
   */
  public double shared(AreaEdges other) {
    Envelope common = bounds.intersection(other.bounds);
    if (common.isNull() || common.getArea() == 0) {
      return Double.NaN;
    }
    ClippedEdges mine = clip(common);
    ClippedEdges theirs = other.clip(common);
    if ((long) mine.size() * theirs.size() > MOST_PAIRS) {
      return Double.NaN;
    }
    ClippedEdges.Sum sum = mine.shared(theirs);
    return sum.area() > sum.rounding() ? whole(sum, other) : Double.NaN;
  }

  private ClippedEdges clip(Envelope window) {
    int from = first(window.getMinX() - widest);
    int to = first(window.getMaxX());
    ClippedEdges clipped = new ClippedEdges(window, to - from);
    for (int i = from; i < to; i++) {
      if (eastX[i] > window.getMinX()) {
        clipped.add(westX[i], westY[i], eastX[i], eastY[i], upper[i]);
      }
    }
    return clipped;
  }

  /** The area of one that lies within the other, as far as can be told, else the sum. */
  private double whole(ClippedEdges.Sum sum, AreaEdges other) {
    if (Math.abs(sum.area() - area) <= sum.rounding()) {
      return area;
    }
    return Math.abs(sum.area() - other.area) <= sum.rounding() ? other.area : sum.area();
  }

  /** Whether there are few enough pairs of edges to sum; NaN is then nothing but rounding. */
  public boolean compares(AreaEdges other) {
    return (long) westX.length * other.westX.length <= MOST_PAIRS;
  }

  /** The first edge that begins at an x or to the east of it. */
  private int first(double x) {
    int low = 0;
    int high = westX.length;
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
}
