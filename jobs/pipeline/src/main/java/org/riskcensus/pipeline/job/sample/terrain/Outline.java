package org.riskcensus.pipeline.job.sample.terrain;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The rough outline of a county: radii drawn by hand in equal steps of direction, from east
 * counter-clockwise, scaled to an area and bent by noise.
 */
public final class Outline {

  private static final int STEPS = 720;

  private final Coordinate centre;
  private final double[] radii;
  private final Noise bendX;
  private final Noise bendY;
  private final double bend;

  /**
   * An outline about {@code centre}.
   *
   * @param shape relative radii
   * @param areaM2 area to enclose, before bending
   * @param fit what the area is multiplied by to make up for the bending
   */
  public Outline(Coordinate centre, List<Double> shape, double areaM2, double fit, long seed) {
    this.centre = centre;
    double scale = StrictMath.sqrt(areaM2 * fit / area(shape));
    this.radii = shape.stream().mapToDouble(r -> r * scale).toArray();
    double reach = StrictMath.sqrt(areaM2 / Math.PI);
    this.bendX = new Noise(seed + 101, reach / 2.5);
    this.bendY = new Noise(seed + 202, reach / 2.5);
    this.bend = reach * 0.2;
  }

  /** Whether a place is inside. */
  public boolean contains(double x, double y) {
    double dx = x - centre.x + bend * bendX.at(x, y);
    double dy = y - centre.y + bend * bendY.at(x, y);
    double turn = StrictMath.atan2(dy, dx) / (2 * Math.PI);
    return StrictMath.hypot(dx, dy) < radius(radii, turn < 0 ? turn + 1 : turn);
  }

  /** A box that holds the outline. */
  public Envelope box() {
    double reach = bend;
    for (double r : radii) {
      reach = Math.max(reach, r * 1.2 + bend);
    }
    Envelope box = new Envelope(centre);
    box.expandBy(reach);
    return box;
  }

  private static double area(List<Double> shape) {
    double[] r = shape.stream().mapToDouble(Double::doubleValue).toArray();
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      double radius = radius(r, i / (double) STEPS);
      sum += radius * radius;
    }
    return sum * Math.PI / STEPS;
  }

  /** The radius at a turn in 0…1: a cubic through the drawn ones. */
  private static double radius(double[] r, double turn) {
    int n = r.length;
    double at = turn * n;
    int i = (int) at % n;
    double t = at - (int) at;
    return Curve.catmullRom(r[(i + n - 1) % n], r[i], r[(i + 1) % n], r[(i + 2) % n], t);
  }
}
