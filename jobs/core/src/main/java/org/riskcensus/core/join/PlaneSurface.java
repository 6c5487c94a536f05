package org.riskcensus.core.join;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A plane in metres: measures are those of JTS. */
public record PlaneSurface() implements Surface {

  private static final double ROUNDING = 1e-12;

  @Override
  public double area(Geometry geometry) {
    return geometry.getArea();
  }

  @Override
  public double length(Geometry geometry) {
    return OverlapLength.lines(geometry).getLength();
  }

  @Override
  public double distance(Geometry a, Geometry b) {
    return a.distance(b);
  }

  @Override
  public Envelope around(Envelope bounds, double metres) {
    Envelope wider = new Envelope(bounds);
    double farthest = Math.max(Math.abs(bounds.getMaxX()), Math.abs(bounds.getMinX()));
    farthest = Math.max(farthest, Math.max(Math.abs(bounds.getMaxY()), Math.abs(bounds.getMinY())));
    wider.expandBy(metres + (metres + farthest) * ROUNDING);
    return wider;
  }

  @Override
  public double span(Envelope bounds) {
    return Math.max(bounds.getWidth(), bounds.getHeight());
  }
}
