package org.riskcensus.core.geometry;

import org.locationtech.jts.geom.Coordinate;

/**
 * The offset of Chinese web maps 火星坐标 (GCJ-02): positions drawn there lie 100 to 700 m beside the
 * true ones, by an amount that changes smoothly from place to place. The formula was never
 * published; this is the one in general use [F], right to about a metre. Coordinates are longitude
 * and latitude in degrees, on CGCS2000, whose difference from WGS 84 does not matter here.
 */
public final class Gcj02 {

  /** Krasovsky's ellipsoid, as the formula has it. */
  private static final double AXIS_METRES = 6_378_245.0;

  private static final double ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
  private static final double ORIGIN_LONGITUDE = 105;
  private static final double ORIGIN_LATITUDE = 35;
  private static final int ROUNDS = 4;

  private Gcj02() {}

  /** Where a true position is drawn. */
  public static Coordinate of(Coordinate lonLat) {
    double x = lonLat.x - ORIGIN_LONGITUDE;
    double y = lonLat.y - ORIGIN_LATITUDE;
    double phi = Math.toRadians(lonLat.y);
    double w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
    double meridian = AXIS_METRES * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
    double parallel = AXIS_METRES / Math.sqrt(w) * Math.cos(phi);
    return new Coordinate(
        lonLat.x + Math.toDegrees(east(x, y) / parallel),
        lonLat.y + Math.toDegrees(north(x, y) / meridian));
  }

  /** The true position of one that is drawn; the offset is nearly the same at both. */
  public static Coordinate inverse(Coordinate drawn) {
    Coordinate truth = drawn.copy();
    for (int i = 0; i < ROUNDS; i++) {
      Coordinate again = of(truth);
      truth = new Coordinate(truth.x + drawn.x - again.x, truth.y + drawn.y - again.y);
    }
    return truth;
  }

  private static double east(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + waves(20, 6 * x, 20, 2 * x)
        + waves(20, x, 40, x / 3)
        + waves(150, x / 12, 300, x / 30);
  }

  private static double north(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + waves(20, 6 * x, 20, 2 * x)
        + waves(20, y, 40, y / 3)
        + waves(160, y / 12, 320, y / 30);
  }

  private static double waves(double first, double firstTurns, double second, double secondTurns) {
    return (first * Math.sin(firstTurns * Math.PI) + second * Math.sin(secondTurns * Math.PI))
        * 2
        / 3;
  }
}
