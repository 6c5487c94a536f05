package org.riskcensus.formats.crs;

import java.util.Locale;
import java.util.Optional;
import org.geotools.api.referencing.crs.SingleCRS;

/** The family of geodetic datum a system stands on, as far as accuracy between families goes. */
enum Datum {
  /** CGCS2000, WGS 84 and other datums tied to the ITRF: alike within a metre. */
  EARTH_CENTRED,
  /** Xian 1980 (1980西安坐标系). */
  XIAN_1980,
  /** Beijing 1954 (1954北京坐标系). */
  BEIJING_1954,
  OTHER;

  static Datum of(Crs crs) {
    if (!(crs.definition() instanceof SingleCRS single)) {
      return OTHER;
    }
    return ofName(single.getDatum().getName().getCode());
  }

  static Datum ofName(String datum) {
    String name = datum.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    if (name.contains("XIAN")) {
      return XIAN_1980;
    }
    if (name.contains("BEIJING")) {
      return BEIJING_1954;
    }
    boolean centred =
        name.contains("CHINA2000")
            || name.contains("CGCS2000")
            || name.contains("CHINAGEODETICCOORDINATESYSTEM2000")
            || name.contains("WGS1984")
            || name.contains("WGS84")
            || name.contains("WORLDGEODETICSYSTEM1984")
            || name.contains("ETRS")
            || name.contains("ITRF");
    return centred ? EARTH_CENTRED : OTHER;
  }

  Optional<String> caveat(Datum other) {
    if (this == other) {
      return Optional.empty();
    }
    return Optional.of(
        "no datum shift (基准转换) is applied, as the official parameters are not public; positions may"
            + " be off by some hundred metres: have the data converted by the surveying office");
  }
}
