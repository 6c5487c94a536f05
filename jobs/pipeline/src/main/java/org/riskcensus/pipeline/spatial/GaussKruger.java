package org.riskcensus.pipeline.spatial;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.riskcensus.formats.crs.Crs;

/**
 * The 3° Gauss-Kruger zone (3度带高斯-克吕格) around a geometry, for distances: its scale is off by less
 * than 0.03 % within the zone, whereas the equal-area plane is off by about 2 %. The zones
 * EPSG:4534 to 4554 have the central meridians 75°E to 135°E.
 */
public final class GaussKruger {

  private static final int FIRST_CODE = 4534;
  private static final int FIRST_MERIDIAN = 75;
  private static final int LAST_MERIDIAN = 135;
  private static final int WIDTH = 3;

  private GaussKruger() {}

  /** The geometry that lies within {@code metres} of {@code lonLat}, in degrees like it. */
  static Geometry buffer(Geometry lonLat, double metres) {
    return buffer(lonLat, metres, BufferParameters.DEFAULT_QUADRANT_SEGMENTS);
  }

  /**
   * The same with a finer circle.
   *
   * @param quadrantSegments sides of a quarter of a circle; 32 leave 0.04 % of its area out
   */
  public static Geometry buffer(Geometry lonLat, double metres, int quadrantSegments) {
    if (lonLat.isEmpty()) {
      return lonLat.getFactory().createPolygon();
    }
    Crs zone = zone(lonLat.getEnvelopeInternal().centre().x);
    Geometry plane = Transforms.between(Crs.CGCS2000, zone).apply(lonLat);
    return Transforms.between(zone, Crs.CGCS2000).apply(plane.buffer(metres, quadrantSegments));
  }

  private static Crs zone(double longitude) {
    long meridian = WIDTH * Math.round(longitude / WIDTH);
    if (meridian < FIRST_MERIDIAN || meridian > LAST_MERIDIAN) {
      throw new IllegalArgumentException(
          "longitude " + longitude + " is in no Gauss-Kruger zone of CGCS2000 (73.5 to 136.5)");
    }
    return Crs.of("EPSG:" + (FIRST_CODE + (meridian - FIRST_MERIDIAN) / WIDTH));
  }
}
