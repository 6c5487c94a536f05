package org.riskcensus.formats.crs;

/**
 * Gauss-Kruger by the series in the difference of longitude (高斯正算), the meridian arc by numerical
 * integration; northing to the sixth power, easting to the fifth: good to a millimetre within a
 * zone of 3 degrees. CGCS2000 ellipsoid, degrees in, metres out.
 */
final class GaussKrueger {

  private static final double A = 6378137.0;
  private static final double F = 1 / 298.257222101;

  private GaussKrueger() {}

  static double[] project(double lon, double lat, double centralMeridian) {
    double b = Math.toRadians(lat);
    double l = Math.toRadians(lon - centralMeridian);
    double e2 = F * (2 - F);
    double ep2 = e2 / (1 - e2);
    double t2 = Math.pow(Math.tan(b), 2);
    double eta2 = ep2 * Math.pow(Math.cos(b), 2);
    double n = A / Math.sqrt(1 - e2 * Math.pow(Math.sin(b), 2));
    double m = Math.cos(b) * l;
    double m2 = m * m;
    double x =
        arc(b)
            + n
                * Math.tan(b)
                * m2
                * (0.5
                    + m2 * (5 - t2 + 9 * eta2 + 4 * eta2 * eta2) / 24
                    + m2 * m2 * (61 - 58 * t2 + t2 * t2) / 720);
    double y =
        n
            * m
            * (1
                + m2 * (1 - t2 + eta2) / 6
                + m2 * m2 * (5 - 18 * t2 + t2 * t2 + 14 * eta2 - 58 * eta2 * t2) / 120);
    return new double[] {500000 + y, x};
  }

  /** Length of the meridian from the equator, by Simpson's rule over its radius of curvature. */
  private static double arc(double latitude) {
    int steps = 2000;
    double h = latitude / steps;
    double sum = radius(0) + radius(latitude);
    for (int i = 1; i < steps; i++) {
      sum += radius(i * h) * (i % 2 == 0 ? 2 : 4);
    }
    return sum * h / 3;
  }

  private static double radius(double latitude) {
    double e2 = F * (2 - F);
    return A * (1 - e2) / Math.pow(1 - e2 * Math.pow(Math.sin(latitude), 2), 1.5);
  }
}
