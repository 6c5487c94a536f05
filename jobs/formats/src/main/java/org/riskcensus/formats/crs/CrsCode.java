package org.riskcensus.formats.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways people and formats write the code of a reference system, brought to {@code EPSG:n}. */
final class CrsCode {

  private static final Pattern EPSG =
      Pattern.compile(
          "(?:(?:EPSG|URN:(?:X-)?OGC:DEF:CRS:EPSG|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG)[:/]"
              + "(?:[0-9.]*[:/])?)?([0-9]{4,6})");

  /** WGS 84 longitude first, the system of GeoJSON; as order is fixed here, it is EPSG:4326. */
  private static final Pattern CRS84 =
      Pattern.compile(
          "(?:URN:OGC:DEF:CRS:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/)?OGC[:/](?:[0-9.]*[:/])?"
              + "CRS84");

  private CrsCode() {}

  static Optional<String> find(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    Matcher epsg = EPSG.matcher(code);
    if (epsg.matches()) {
      return Optional.of("EPSG:" + epsg.group(1));
    }
    if (CRS84.matcher(code).matches()) {
      return Optional.of("EPSG:4326");
    }
    return code.startsWith("CENSUS:") ? Optional.of(code) : Optional.empty();
  }
}
