package org.riskcensus.core.risk;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/**
 * Length of lines on the CGCS2000 ellipsoid, since an equal-area plane does not keep lengths (about
 * 2 % here). A segment is {@code hypot(M Δφ, N cos φ Δλ)} with the radii of curvature M (meridian)
 * and N (prime vertical) at its middle: error below 10⁻⁶ for segments up to some 10 km.
 */
public final class GroundLength {

  private static final double SEMI_MAJOR = 6378137.0;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final double E2 = FLATTENING * (2 - FLATTENING);

  private GroundLength() {}

  /** Metres of all lines in {@code lonLat}, degrees, longitude first. */
  public static double metres(Geometry lonLat) {
    double[] sum = new double[1];
    lonLat.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof LineString line) {
                sum[0] += metres(line.getCoordinates());
              }
            });
    return sum[0];
  }

  private static double metres(Coordinate[] line) {
    double sum = 0;
    for (int i = 1; i < line.length; i++) {
      sum += segment(line[i - 1], line[i]);
    }
    return sum;
  }

  private static double segment(Coordinate from, Coordinate to) {
    double middle = Math.toRadians((from.y + to.y) / 2);
    double sin = StrictMath.sin(middle);
    double w2 = 1 - E2 * sin * sin;
    double primeVertical = SEMI_MAJOR / Math.sqrt(w2);
    double meridian = primeVertical * (1 - E2) / w2;
    double north = meridian * Math.toRadians(to.y - from.y);
    double east = primeVertical * StrictMath.cos(middle) * Math.toRadians(to.x - from.x);
    return StrictMath.hypot(north, east);
  }
}
