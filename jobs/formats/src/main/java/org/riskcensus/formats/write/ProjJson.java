package org.riskcensus.formats.write;

import org.geotools.api.referencing.datum.Ellipsoid;
import org.jspecify.annotations.Nullable;

/** PROJJSON 0.7 of geographic and transverse Mercator systems, all that Chinese surveys use. */
final class ProjJson {

  private static final String GEOGRAPHIC =
      """
      {"type":"GeographicCRS","name":"%s","datum":{"type":"GeodeticReferenceFrame","name":"%s",\
      "ellipsoid":{"name":"%s","semi_major_axis":%s,"inverse_flattening":%s}},\
      "coordinate_system":{"subtype":"ellipsoidal","axis":[\
      {"name":"Geodetic latitude","abbreviation":"Lat","direction":"north","unit":"degree"},\
      {"name":"Geodetic longitude","abbreviation":"Lon","direction":"east","unit":"degree"}]}%s}""";

  private static final String PROJECTED =
      """
      {"$schema":"https://proj.org/schemas/v0.7/projjson.schema.json","type":"ProjectedCRS",\
      "name":"%s","base_crs":%s,"conversion":{"name":"%s","method":{"name":"Transverse Mercator",\
      "id":{"authority":"EPSG","code":9807}},"parameters":[%s]},\
      "coordinate_system":{"subtype":"Cartesian","axis":[\
      {"name":"Northing","abbreviation":"X","direction":"north","unit":"metre"},\
      {"name":"Easting","abbreviation":"Y","direction":"east","unit":"metre"}]}%s}""";

  private ProjJson() {}

  /** The text, or null when the projection is another one. */
  static @Nullable String of(SpatialReference crs) {
    if (crs.geographic()) {
      return geographic(crs, id(crs));
    }
    return crs.transverseMercator()
        ? PROJECTED.formatted(crs.name(), geographic(crs, ""), crs.name(), parameters(crs), id(crs))
        : null;
  }

  private static String geographic(SpatialReference crs, String id) {
    Ellipsoid ellipsoid = crs.ellipsoid();
    return GEOGRAPHIC.formatted(
        crs.base().getName().getCode(),
        crs.datum().getName().getCode(),
        ellipsoid.getName().getCode(),
        ellipsoid.getSemiMajorAxis(),
        ellipsoid.getInverseFlattening(),
        id);
  }

  private static String parameters(SpatialReference crs) {
    return String.join(
        ",",
        parameter("Latitude of natural origin", crs, "latitude_of_origin", "degree", 8801),
        parameter("Longitude of natural origin", crs, "central_meridian", "degree", 8802),
        parameter("Scale factor at natural origin", crs, "scale_factor", "unity", 8805),
        parameter("False easting", crs, "false_easting", "metre", 8806),
        parameter("False northing", crs, "false_northing", "metre", 8807));
  }

  private static String parameter(
      String name, SpatialReference crs, String ogcName, String unit, int code) {
    return "{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"id\":{\"authority\":\"EPSG\",\"code\":%d}}"
        .formatted(name, crs.parameter(ogcName), unit, code);
  }

  private static String id(SpatialReference crs) {
    return ",\"id\":{\"authority\":\"EPSG\",\"code\":" + crs.code() + "}";
  }
}
