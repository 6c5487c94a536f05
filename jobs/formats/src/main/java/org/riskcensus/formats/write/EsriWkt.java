package org.riskcensus.formats.write;

import java.util.Map;
import org.geotools.api.referencing.datum.Ellipsoid;

/**
 * The text of a {@code .prj} file: well-known text with the names Esri gave to reference systems,
 * by which ArcGIS, QGIS and GDAL know them again. The CGCS2000 Gauss-Kruger zones follow a pattern:
 * codes 4491–4501 are 6° zones 13–23 and 4502–4512 the same by central meridian, 4513–4533 are 3°
 * zones 25–45 and 4534–4554 the same by central meridian.
 */
final class EsriWkt {

  private record Datum(String system, String datum, String ellipsoid) {}

  private static final Map<Integer, Datum> DATUMS =
      Map.of(
          4490, new Datum("GCS_China_Geodetic_Coordinate_System_2000", "D_China_2000", "CGCS2000"),
          4326, new Datum("GCS_WGS_1984", "D_WGS_1984", "WGS_1984"),
          4610, new Datum("GCS_Xian_1980", "D_Xian_1980", "Xian_1980"),
          4214, new Datum("GCS_Beijing_1954", "D_Beijing_1954", "Krasovsky_1940"));

  private EsriWkt() {}

  static String of(SpatialReference crs) {
    if (crs.geographic()) {
      return geographic(crs);
    }
    return crs.transverseMercator() ? transverseMercator(crs) : crs.wkt();
  }

  private static String geographic(SpatialReference crs) {
    Datum datum = datum(crs);
    Ellipsoid ellipsoid = crs.ellipsoid();
    return "GEOGCS[\"%s\",DATUM[\"%s\",SPHEROID[\"%s\",%s,%s]],"
            .formatted(
                datum.system(),
                datum.datum(),
                datum.ellipsoid(),
                ellipsoid.getSemiMajorAxis(),
                ellipsoid.getInverseFlattening())
        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
  }

  private static String transverseMercator(SpatialReference crs) {
    String method = crs.parameter("scale_factor") == 1 ? "Gauss_Kruger" : "Transverse_Mercator";
    return "PROJCS[\""
        + projected(crs)
        + "\","
        + geographic(crs)
        + ",PROJECTION[\""
        + method
        + "\"]"
        + parameter(crs, "False_Easting")
        + parameter(crs, "False_Northing")
        + ",PARAMETER[\"Central_Meridian\","
        + crs.parameter("central_meridian")
        + "]"
        + parameter(crs, "Scale_Factor")
        + parameter(crs, "Latitude_Of_Origin")
        + ",UNIT[\"Meter\",1.0]]";
  }

  private static String parameter(SpatialReference crs, String name) {
    double value = crs.parameter(name.toLowerCase(java.util.Locale.ROOT));
    return ",PARAMETER[\"" + name + "\"," + value + "]";
  }

  private static String projected(SpatialReference crs) {
    int code = crs.code();
    if (code >= 4491 && code <= 4501) {
      return "CGCS2000_GK_Zone_" + (code - 4478);
    }
    if (code >= 4502 && code <= 4512) {
      return "CGCS2000_GK_CM_" + (75 + 6 * (code - 4502)) + "E";
    }
    if (code >= 4513 && code <= 4533) {
      return "CGCS2000_3_Degree_GK_Zone_" + (code - 4488);
    }
    if (code >= 4534 && code <= 4554) {
      return "CGCS2000_3_Degree_GK_CM_" + (75 + 3 * (code - 4534)) + "E";
    }
    return plain(crs.name());
  }

  private static Datum datum(SpatialReference crs) {
    String base = crs.base().getName().getCode();
    for (var reference : crs.base().getIdentifiers()) {
      Datum known = DATUMS.get(Integer.valueOf(reference.getCode()));
      if (known != null) {
        return known;
      }
    }
    return new Datum(
        "GCS_" + plain(base),
        "D_" + plain(crs.datum().getName().getCode()),
        plain(crs.ellipsoid().getName().getCode()));
  }

  private static String plain(String name) {
    return name.replace(" / ", " ").replaceAll("[^A-Za-z0-9]+", "_");
  }
}
