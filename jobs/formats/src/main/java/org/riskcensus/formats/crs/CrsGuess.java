package org.riskcensus.formats.crs;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * The reference systems that a position in China may be in, judged by its numbers alone: degrees
 * are below 180, Gauss-Kruger (高斯-克吕格) eastings lie around 500 km, with the number of the zone in
 * millions before them where it is given: 13 to 23 for zones of 6 degrees, 25 to 45 for those of 3.
 * A hint for people, never a reason to move anything: the datum cannot be seen.
 *
 * @param look what the numbers look like
 * @param zone number of the Gauss-Kruger zone, 0 where there is none
 * @param codes systems that fit; empty where the central meridian is not known
 */
public record CrsGuess(Look look, int zone, List<String> codes) {

  /** What the numbers of a position can look like. */
  public enum Look {
    DEGREES,
    UNNUMBERED_ZONE,
    THREE_DEGREE_ZONE,
    SIX_DEGREE_ZONE,
    WEB_MERCATOR
  }

  private static final double MILLION = 1e6;
  private static final int FIRST_SIX = 13;
  private static final int LAST_SIX = 23;
  private static final int FIRST_THREE = 25;
  private static final int LAST_THREE = 45;

  /** What the numbers of a position look like; empty where nothing fits a place in China. */
  public static Optional<CrsGuess> of(Coordinate place) {
    double x = place.x;
    double y = place.y;
    if (x >= 73 && x <= 136 && y >= 3 && y <= 54) {
      return guess(Look.DEGREES, 0, List.of("EPSG:4490", "EPSG:4326"));
    }
    int zone = (int) Math.floor(x / MILLION);
    boolean northing = y >= 0.3e6 && y <= 6.1e6;
    boolean easting = x - zone * MILLION >= 0.1e6 && x - zone * MILLION <= 0.9e6;
    if (northing && easting && zone == 0) {
      return guess(Look.UNNUMBERED_ZONE, 0, List.of());
    }
    if (northing && easting && zone >= FIRST_THREE && zone <= LAST_THREE) {
      return guess(Look.THREE_DEGREE_ZONE, zone, numbered(3 * zone, zone));
    }
    boolean mercator = x >= 8.1e6 && x <= 15.2e6 && y >= 0.3e6 && y <= 7.2e6;
    if (northing && easting && zone >= FIRST_SIX && zone <= LAST_SIX && !mercator) {
      return guess(Look.SIX_DEGREE_ZONE, zone, numbered(6 * zone - 3, zone));
    }
    return mercator ? guess(Look.WEB_MERCATOR, 0, List.of("EPSG:3857")) : Optional.empty();
  }

  /**
   * Whether the numbers cannot be those of a declared system: metres without the number of a zone
   * can be those of any plane system whose eastings have none.
   */
  public boolean contradicts(Crs declared) {
    return codes.isEmpty()
        ? declared.geographic() || declared.zoneNumbered()
        : !codes.contains(declared.code());
  }

  private static Optional<CrsGuess> guess(Look look, int zone, List<String> codes) {
    return Optional.of(new CrsGuess(look, zone, codes));
  }

  private static List<String> numbered(int meridian, int zone) {
    return List.of(Datum.CGCS2000, Datum.XIAN_1980, Datum.BEIJING_1954).stream()
        .map(datum -> "EPSG:" + datum.findGaussKruger(meridian, zone, false).orElseThrow())
        .toList();
  }
}
