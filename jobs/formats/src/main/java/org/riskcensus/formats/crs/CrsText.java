package org.riskcensus.formats.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.metadata.Identifier;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.referencing.CRS;
import org.geotools.referencing.factory.ReferencingObjectFactory;

/**
 * Finds the code of a reference system given as text, as in a {@code .prj} file: by the code in the
 * text, else by datum, projection and parameters, since names differ between programs. What is not
 * recognised for certain stays unknown and must be declared.
 */
public final class CrsText {

  private static final Pattern WKT2_CODE =
      Pattern.compile("ID\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?([0-9]+)\"?\\s*]\\s*]\\s*$");
  private static final double SAME_DEGREE = 1e-7;

  private CrsText() {}

  /**
   * The code, such as {@code EPSG:4548}, of well-known text or of a code in any usual form; empty
   * when not recognised. That the authority knows the code is not checked.
   */
  public static Optional<String> findCode(String wkt) {
    String text = wkt.strip();
    Optional<String> code = CrsCode.find(text);
    if (code.isPresent()) {
      return code;
    }
    Matcher wkt2 = WKT2_CODE.matcher(text);
    if (wkt2.find()) {
      return CrsCode.find(wkt2.group(1));
    }
    String name = plain(text.length() > 200 ? text.substring(0, 200) : text);
    if (name.matches("PROJCS[^,]*(PSEUDOMERCATOR|WEBMERCATOR).*")) {
      return Optional.of("EPSG:3857");
    }
    GeoToolsQuiet.settle();
    try {
      return findCode(new ReferencingObjectFactory().createFromWKT(text));
    } catch (FactoryException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The code of a system that a library has read; empty when not recognised. */
  public static Optional<String> findCode(CoordinateReferenceSystem crs) {
    for (Identifier id : crs.getIdentifiers()) {
      Optional<String> code = CrsCode.find(id.toString());
      if (code.isPresent()) {
        return code;
      }
    }
    if (CRS.equalsIgnoreMetadata(crs, Crs.ANALYSIS_PLANE.definition())) {
      return Optional.of(Crs.ANALYSIS_PLANE.code());
    }
    OptionalInt number = number(crs);
    return number.isPresent() ? Optional.of("EPSG:" + number.getAsInt()) : Optional.empty();
  }

  private static OptionalInt number(CoordinateReferenceSystem crs) {
    if (!(crs instanceof SingleCRS single) || !(single.getDatum() instanceof GeodeticDatum datum)) {
      return OptionalInt.empty();
    }
    Datum known = Datum.ofName(datum.getName().getCode());
    if (known == Datum.OTHER) {
      known = Datum.ofName(datum.getEllipsoid().getName().getCode());
    }
    if (crs instanceof GeographicCRS) {
      return known.findGeographic();
    }
    return crs instanceof ProjectedCRS projected
        ? projected(known, projected)
        : OptionalInt.empty();
  }

  private static OptionalInt projected(Datum datum, ProjectedCRS crs) {
    String method = plain(crs.getConversionFromBase().getMethod().getName().getCode());
    boolean metres = crs.getCoordinateSystem().getAxis(0).getUnit().toString().equals("m");
    if (!metres || !method.matches("TRANSVERSEMERCATOR|GAUSSKRUGER")) {
      return OptionalInt.empty();
    }
    ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
    double meridian = value(values, "central_meridian");
    double easting = value(values, "false_easting");
    double northing = value(values, "false_northing");
    double scale = value(values, "scale_factor");
    boolean whole = Math.abs(meridian - Math.rint(meridian)) < SAME_DEGREE;
    if (!whole || value(values, "latitude_of_origin") != 0 || easting % 1_000_000 != 500_000) {
      return OptionalInt.empty();
    }
    int zone = (int) (easting / 1_000_000);
    int degrees = (int) Math.rint(meridian);
    if (scale == 0.9996 && datum == Datum.WGS_84 && zone == 0) {
      return utm(degrees, northing);
    }
    return scale == 1 && northing == 0
        ? datum.findGaussKruger(degrees, zone, sixDegrees(crs))
        : OptionalInt.empty();
  }

  private static OptionalInt utm(int meridian, double northing) {
    if (Math.floorMod(meridian, 6) != 3 || (northing != 0 && northing != 10_000_000)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of((northing == 0 ? 32600 : 32700) + (meridian + 183) / 6);
  }

  /** Names of 6-degree systems say only "Gauss-Kruger" or "GK"; those of 3 degrees say so. */
  private static boolean sixDegrees(ProjectedCRS crs) {
    String name = plain(crs.getName().getCode());
    return name.matches(".*(GAUSSKRUGER|GK)(CM|ZONE).*") && !name.contains("3DEGREE");
  }

  private static double value(ParameterValueGroup values, String name) {
    return values.parameter(name).doubleValue();
  }

  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9,]", "");
  }
}
