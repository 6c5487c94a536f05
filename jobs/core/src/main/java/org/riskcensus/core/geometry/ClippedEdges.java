package org.riskcensus.core.geometry;

import org.locationtech.jts.geom.Envelope;

/**
 * Edges of an {@link AreaEdges} within a window: as heights above its lower side, none where an
 * edge runs below the window, that of its upper side where an edge runs above it. Not thread-safe.
 */
final class ClippedEdges {

  /** Operations that round in one term of the sum, generously. */
  private static final int ROUNDINGS = 48;

  private final Envelope window;
  private final double top;
  private final double[] west;
  private final double[] east;
  private final double[] height;
  private final double[] slope;
  private final double[] reach;
  private final boolean[] upper;
  private int size;

  /**
   * An area and what rounding can have done to it, at most.
   *
   * @param area in the square of the coordinates' unit
   * @param rounding likewise
   */
  record Sum(double area, double rounding) {}

  /**
   * No edges yet.
   *
   * @param most how many will be added at most
   */
  ClippedEdges(Envelope window, int most) {
    this.window = window;
    this.top = window.getMaxY() - window.getMinY();
    this.west = new double[2 * most];
    this.east = new double[2 * most];
    this.height = new double[2 * most];
    this.slope = new double[2 * most];
    this.reach = new double[2 * most];
    this.upper = new boolean[2 * most];
  }

  int size() {
    return size;
  }

  /** Adds an edge that leads from west to east. */
  void add(double westX, double westY, double eastX, double eastY, boolean isUpper) {
    double a = westY - window.getMinY();
    double b = eastY - window.getMinY();
    double rise = (b - a) / (eastX - westX);
    double from = Math.max(westX, window.getMinX());
    double to = Math.min(eastX, window.getMaxX());
    double start = from > westX ? a + (from - westX) * rise : a;
    double end = to < eastX ? a + (to - westX) * rise : b;
    if (start <= 0 && end <= 0) {
      return;
    }
    double size = Math.abs(a) + Math.abs(b);
    if (start >= top && end >= top) {
      piece(from, to, top, top, size, isUpper);
    } else if (start <= end) {
      double low = start < 0 ? at(0, from, start, to, end) : from;
      double high = end > top ? at(top, from, start, to, end) : to;
      piece(low, high, Math.max(start, 0), Math.min(end, top), size, isUpper);
      piece(high, to, top, top, size, isUpper);
    } else {
      double high = start > top ? at(top, from, start, to, end) : from;
      double low = end < 0 ? at(0, from, start, to, end) : to;
      piece(from, high, top, top, size, isUpper);
      piece(high, low, Math.min(start, top), Math.max(end, 0), size, isUpper);
    }
  }

  /** Where a line reaches a height. */
  private static double at(double height, double from, double start, double to, double end) {
    double x = from + (height - start) / (end - start) * (to - from);
    return Math.max(from, Math.min(to, x));
  }

  private void piece(
      double from, double to, double start, double end, double edge, boolean isUpper) {
    if (from < to) {
      west[size] = from;
      east[size] = to;
      height[size] = start;
      slope[size] = (end - start) / (to - from);
      reach[size] = edge;
      upper[size++] = isUpper;
    }
  }

  /** The sum over all pairs with the edges of another geometry in the same window. */
  Sum shared(ClippedEdges other) {
    double sum = 0;
    double magnitude = 0;
    long terms = 0;
    for (int i = 0; i < size; i++) {
      double rounded = 0;
      for (int j = 0; j < other.size; j++) {
        double from = Math.max(west[i], other.west[j]);
        double to = Math.min(east[i], other.east[j]);
        if (from < to) {
          double term = (to - from) / 2 * lower(i, other, j, from, to);
          sum += upper[i] == other.upper[j] ? term : -term;
          rounded += (to - from) * (reach[i] + other.reach[j]);
          terms++;
        }
      }
      magnitude += rounded;
    }
    return new Sum(sum, (ROUNDINGS + terms) * Math.ulp(1.0) * magnitude);
  }

  /** Twice the mean height of the lower one of two edges between two x. */
  private double lower(int i, ClippedEdges other, int j, double from, double to) {
    double aWest = height[i] + (from - west[i]) * slope[i];
    double aEast = height[i] + (to - west[i]) * slope[i];
    double bWest = other.height[j] + (from - other.west[j]) * other.slope[j];
    double bEast = other.height[j] + (to - other.west[j]) * other.slope[j];
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
}
