package org.riskcensus.pipeline.job.sample.terrain;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Smooth lines through a few drawn points, with the small bends that rivers and roads have. */
public final class Curve {

  private Curve() {}

  /** The cubic of Catmull and Rom between {@code b} and {@code c}, at {@code t} in 0…1. */
  static double catmullRom(double a, double b, double c, double d, double t) {
    double t2 = t * t;
    double t3 = t2 * t;
    return 0.5
        * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t2 + (3 * b - a - 3 * c + d) * t3);
  }

  /**
   * A line through {@code points}, a vertex each {@code step} metres or so.
   *
   * @param bend sideways movement, fading out at both ends
   * @param amplitude of the bend, metres
   */
  public static List<Coordinate> through(
      List<Coordinate> points, double step, Noise bend, double amplitude) {
    List<Coordinate> line = new ArrayList<>();
    int last = points.size() - 1;
    for (int i = 0; i < last; i++) {
      Coordinate b = points.get(i);
      Coordinate c = points.get(i + 1);
      Coordinate a = points.get(Math.max(0, i - 1));
      Coordinate d = points.get(Math.min(last, i + 2));
      int parts = Math.max(1, (int) (b.distance(c) / step));
      for (int k = i == 0 ? 0 : 1; k <= parts; k++) {
        double t = k / (double) parts;
        double fade = fade((i + t) / last);
        double x = catmullRom(a.x, b.x, c.x, d.x, t);
        double y = catmullRom(a.y, b.y, c.y, d.y, t);
        double dx = amplitude * fade * bend.at(x, y);
        double dy = amplitude * fade * bend.at(y + 7e5, x);
        line.add(new Coordinate(x + dx, y + dy));
      }
    }
    return line;
  }

  private static double fade(double t) {
    return Math.min(1, 8 * Math.min(t, 1 - t));
  }
}
