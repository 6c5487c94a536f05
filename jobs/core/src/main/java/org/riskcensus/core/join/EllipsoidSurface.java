package org.riskcensus.core.join;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.riskcensus.core.geometry.Ellipsoid;

/**
 * Longitude and latitude in degrees on an ellipsoid.
 *
 * <p>Between points the distance is that of the geodesic (GeographicLib, error in nanometres).
 * Between other geometries it is the geodesic between their nearest points, which are found in a
 * plane whose axes have the scales of the ellipsoid at the latitude between the two. As a distance
 * changes only by the square of an error in the place of a nearest point, the result is never too
 * short, and too long by less than 1e-6 of itself up to 10 km, 1e-4 up to 100 km and 1e-2 up to
 * 1,000 km. Nothing wraps at 180°.
 */
public record EllipsoidSurface(Ellipsoid ellipsoid) implements Surface {

  /** Below this a distance may be rounding of scaled coordinates, metres. */
  private static final double DOUBTFUL_METRES = 1e-3;

  /** Covers the flattening of the ellipsoid and the curvature of parallels. */
  private static final double MARGIN = 1.02;

  private static final double LAST_LATITUDE = 89;
  private static final double WHOLE_CIRCLE = 360;

  @Override
  public double area(Geometry geometry) {
    return ellipsoid.area(geometry);
  }

  @Override
  public double length(Geometry geometry) {
    return ellipsoid.length(geometry);
  }

  @Override
  public double distance(Geometry a, Geometry b) {
    if (a instanceof Point p && b instanceof Point q) {
      return ellipsoid.distance(p.getX(), p.getY(), q.getX(), q.getY());
    }
    Coordinate[] nearest = nearest(a, b, between(a.getEnvelopeInternal(), b.getEnvelopeInternal()));
    double first = geodesic(nearest);
    if (first < DOUBTFUL_METRES && a.distance(b) == 0) {
      return 0;
    }
    Coordinate[] again = nearest(a, b, (nearest[0].y + nearest[1].y) / 2);
    return Math.min(first, geodesic(again));
  }

  private double geodesic(Coordinate[] ends) {
    return ellipsoid.distance(ends[0].x, ends[0].y, ends[1].x, ends[1].y);
  }

  private Coordinate[] nearest(Geometry a, Geometry b, double latitude) {
    double east = ellipsoid.metresPerDegreeEast(latitude);
    double north = ellipsoid.metresPerDegreeNorth(latitude);
    AffineTransformation scale = AffineTransformation.scaleInstance(east, north);
    Coordinate[] nearest = DistanceOp.nearestPoints(scale.transform(a), scale.transform(b));
    for (Coordinate place : nearest) {
      place.x /= east;
      place.y /= north;
    }
    return nearest;
  }

  /** The latitude in the middle of what the two share, or of the gap between them. */
  private static double between(Envelope a, Envelope b) {
    double low = Math.max(a.getMinY(), b.getMinY());
    double high = Math.min(a.getMaxY(), b.getMaxY());
    return (low + high) / 2;
  }

  @Override
  public Envelope around(Envelope bounds, double metres) {
    double north = MARGIN * metres / ellipsoid.metresPerDegreeNorth(0);
    double farthest = Math.max(Math.abs(bounds.getMinY()), Math.abs(bounds.getMaxY())) + north;
    double east =
        farthest < LAST_LATITUDE
            ? Math.min(WHOLE_CIRCLE, MARGIN * metres / ellipsoid.metresPerDegreeEast(farthest))
            : WHOLE_CIRCLE;
    Envelope wider = new Envelope(bounds);
    wider.expandBy(east, north);
    return wider;
  }

  @Override
  public double span(Envelope bounds) {
    return Math.max(bounds.getWidth(), bounds.getHeight()) * ellipsoid.metresPerDegreeNorth(0);
  }
}
