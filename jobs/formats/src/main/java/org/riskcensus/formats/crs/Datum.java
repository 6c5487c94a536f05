package org.riskcensus.formats.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.geotools.api.referencing.crs.SingleCRS;

/**
 * The geodetic datums of census files, with the EPSG numbers of the systems on them. Gauss-Kruger
 * (高斯-克吕格) systems stand in the EPSG register in rows by central meridian: zones of 6 degrees from
 * 75°E, zones of 3 degrees from 75°E, each with and without the zone number before the easting.
 */
enum Datum {
  CGCS2000(4490, 4491, 4502, 4513, 4534),
  WGS_84(4326, 0, 0, 0, 0),
  /** 1980西安坐标系. */
  XIAN_1980(4610, 2327, 2338, 2349, 2370),
  /** 1954北京坐标系. */
  BEIJING_1954(4214, 21413, 21453, 2401, 2422),
  OTHER(0, 0, 0, 0, 0);

  private static final int FIRST_MERIDIAN = 75;
  private static final int LAST_MERIDIAN = 135;

  private final int geographic;
  private final int sixZone;
  private final int sixMeridian;
  private final int threeZone;
  private final int threeMeridian;

  Datum(int geographic, int sixZone, int sixMeridian, int threeZone, int threeMeridian) {
    this.geographic = geographic;
    this.sixZone = sixZone;
    this.sixMeridian = sixMeridian;
    this.threeZone = threeZone;
    this.threeMeridian = threeMeridian;
  }

  static Datum of(Crs crs) {
    return crs.definition() instanceof SingleCRS single
        ? ofName(single.getDatum().getName().getCode())
        : OTHER;
  }

  /** By the names software gives a datum, or its ellipsoid. */
  static Datum ofName(String datum) {
    String name = datum.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    if (name.contains("XIAN")) {
      return XIAN_1980;
    }
    if (name.contains("BEIJING")) {
      return BEIJING_1954;
    }
    if (name.matches(".*(CHINA2000|CGCS2000|CHINAGEODETICCOORDINATESYSTEM2000).*")) {
      return CGCS2000;
    }
    return name.matches(".*(WGS1984|WGS84|WORLDGEODETICSYSTEM1984).*") ? WGS_84 : OTHER;
  }

  OptionalInt findGeographic() {
    return geographic == 0 ? OptionalInt.empty() : OptionalInt.of(geographic);
  }

  /**
   * The number of a Gauss-Kruger system on this datum.
   *
   * @param meridian central meridian in degrees
   * @param zone number before the false easting of 500 km, 0 for none
   * @param sixDegrees whether the zones are known to be of 6 degrees
   */
  OptionalInt findGaussKruger(int meridian, int zone, boolean sixDegrees) {
    if (threeZone == 0 || meridian < FIRST_MERIDIAN || meridian > LAST_MERIDIAN) {
      return OptionalInt.empty();
    }
    int three = (meridian - FIRST_MERIDIAN) / 3;
    int six = (meridian - FIRST_MERIDIAN) / 6;
    boolean onThree = meridian % 3 == 0;
    boolean onSix = meridian % 6 == 3;
    if (zone == 0) {
      int number = sixDegrees && onSix ? sixMeridian + six : threeMeridian + three;
      return onThree ? OptionalInt.of(number) : OptionalInt.empty();
    }
    if (onThree && zone * 3 == meridian) {
      return OptionalInt.of(threeZone + three);
    }
    return onSix && zone * 6 - 3 == meridian ? OptionalInt.of(sixZone + six) : OptionalInt.empty();
  }

  /** What to know when positions go from one datum to another with no shift. */
  Optional<String> caveat(Datum other) {
    if (this == other || (centred() && other.centred())) {
      return Optional.empty();
    }
    return Optional.of(
        "no datum shift (基准转换) is applied, as the official parameters are not public; positions"
            + " may be off by some hundred metres: have the surveying office convert the data");
  }

  /** On the centre of the earth, alike within a metre. */
  private boolean centred() {
    return this == CGCS2000 || this == WGS_84;
  }
}
