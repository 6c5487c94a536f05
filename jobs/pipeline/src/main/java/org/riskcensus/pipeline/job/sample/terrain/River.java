package org.riskcensus.pipeline.job.sample.terrain;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * A river and its valley floor. Height above the river grows with the distance from it: {@code h =
 * 5 m · (d / w)^1.25}, where {@code w} widens downstream and wavers with the ground.
 *
 * @param name of the river
 * @param course vertices from the upper end to the mouth
 * @param widthAbove half width of the floor at the upper end, m
 * @param widthBelow half width at the mouth, m
 * @param ground what makes the floor waver
 */
public record River(
    String name, List<Coordinate> course, double widthAbove, double widthBelow, Noise ground) {

  private static final double HEIGHT_AT_EDGE_M = 5;
  private static final double STEEPNESS = 1.25;

  /** The course as a line. */
  public LineString line() {
    return new GeometryFactory().createLineString(course.toArray(Coordinate[]::new));
  }

  /** A box that holds the valley floor. */
  public Envelope box() {
    Envelope box = line().getEnvelopeInternal();
    box.expandBy(1.6 * Math.max(widthAbove, widthBelow));
    return box;
  }

  /** Height above the river at a place, in metres. */
  public double heightAbove(double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    double along = 0;
    int segments = course.size() - 1;
    for (int i = 0; i < segments; i++) {
      Coordinate a = course.get(i);
      Coordinate b = course.get(i + 1);
      double dx = b.x - a.x;
      double dy = b.y - a.y;
      double t = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy);
      t = Math.max(0, Math.min(1, t));
      double offX = x - a.x - t * dx;
      double offY = y - a.y - t * dy;
      double d = offX * offX + offY * offY;
      if (d < least) {
        least = d;
        along = (i + t) / segments;
      }
    }
    double width = widthAbove + (widthBelow - widthAbove) * along;
    double wavering = width * (1 + 0.75 * ground.at(x, y));
    return HEIGHT_AT_EDGE_M * StrictMath.pow(Math.sqrt(least) / wavering, STEEPNESS);
  }
}
