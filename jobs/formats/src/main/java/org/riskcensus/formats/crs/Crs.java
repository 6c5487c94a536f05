package org.riskcensus.formats.crs;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.metadata.iso.citation.Citations;
import org.geotools.referencing.CRS;
import org.geotools.referencing.factory.ReferencingObjectFactory;
import org.geotools.referencing.wkt.Formattable;

/**
 * A coordinate reference system (坐标系), always longitude or easting first, whatever order its
 * authority gives.
 *
 * <p>The two systems every run needs, CGCS2000 and the analysis plane, are built from text kept
 * here, so that the EPSG database is opened only for a file that is in another system. Immutable
 * and thread-safe; serialised by its code.
 */
public final class Crs implements Serializable {

  private static final double NUMBERED_EASTING = 1e6;

  private static final long serialVersionUID = 1L;

  private static final String CGCS2000_WKT =
      """
      GEOGCS["China Geodetic Coordinate System 2000", DATUM["China 2000",
       SPHEROID["CGCS2000", 6378137.0, 298.257222101, AUTHORITY["EPSG","1024"]],
       AUTHORITY["EPSG","1043"]], PRIMEM["Greenwich", 0.0, AUTHORITY["EPSG","8901"]],
       UNIT["degree", 0.017453292519943295], AXIS["Geodetic longitude", EAST],
       AXIS["Geodetic latitude", NORTH], AUTHORITY["EPSG","4490"]]""";

  private static final String PLANE_WKT =
      """
      PROJCS["CGCS2000 / China Albers 25-47 105E", %s, PROJECTION["Albers_Conic_Equal_Area"],
       PARAMETER["standard_parallel_1", 25.0], PARAMETER["standard_parallel_2", 47.0],
       PARAMETER["latitude_of_center", 0.0], PARAMETER["longitude_of_center", 105.0],
       PARAMETER["false_easting", 0.0], PARAMETER["false_northing", 0.0], UNIT["m", 1.0],
       AXIS["Easting", EAST], AXIS["Northing", NORTH]]"""
          .formatted(CGCS2000_WKT);

  /** CGCS2000 longitude and latitude in degrees, EPSG:4490 (2000国家大地坐标系). */
  public static final Crs CGCS2000 = ofWkt("EPSG:4490", CGCS2000_WKT);

  /**
   * The equal-area plane in which areas and cells are computed, metres: Albers on the CGCS2000
   * ellipsoid, parallels 25°N and 47°N, origin 0°N 105°E. No authority lists it, hence the code of
   * the project's own.
   */
  public static final Crs ANALYSIS_PLANE = ofWkt("CENSUS:ALBERS_25_47", PLANE_WKT);

  private static final Map<String, Crs> KNOWN =
      new ConcurrentHashMap<>(Map.of(CGCS2000.code, CGCS2000, ANALYSIS_PLANE.code, ANALYSIS_PLANE));

  private final String code;
  private final transient CoordinateReferenceSystem definition;

  private Crs(String code, CoordinateReferenceSystem definition) {
    this.code = code;
    this.definition = definition;
  }

  /**
   * The system of {@code code}, such as {@code EPSG:4548}; the forms {@code 4548}, {@code
   * urn:ogc:def:crs:EPSG::4548} and {@code OGC:CRS84} are understood too.
   *
   * @throws IllegalArgumentException naming the code, when there is no such system
   */
  public static Crs of(String code) {
    String name =
        CrsCode.find(code)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'" + code + "' is not the code of a reference system; write EPSG:4548"));
    return KNOWN.computeIfAbsent(name, Crs::ofAuthority);
  }

  /** As {@link #of}, empty when there is no such system. */
  public static Optional<Crs> find(String code) {
    try {
      return Optional.of(of(code));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Authority and number, such as {@code EPSG:4548}. */
  public String code() {
    return code;
  }

  /** Whether coordinates are longitude and latitude in degrees rather than metres in a plane. */
  public boolean geographic() {
    return definition instanceof GeographicCRS;
  }

  /** Whether eastings begin with the number of their Gauss-Kruger zone, and so are above 10^6. */
  public boolean zoneNumbered() {
    return definition instanceof ProjectedCRS projected
        && projected.getConversionFromBase().getParameterValues().values().stream()
            .filter(value -> value.getDescriptor().getName().getCode().equals("false_easting"))
            .anyMatch(value -> ((ParameterValue<?>) value).doubleValue() > NUMBERED_EASTING);
  }

  /** Semi-major axis of the ellipsoid, metres. */
  public double semiMajorMetres() {
    return CRS.getEllipsoid(definition).getSemiMajorAxis();
  }

  /** Inverse flattening of the ellipsoid. */
  public double inverseFlattening() {
    return CRS.getEllipsoid(definition).getInverseFlattening();
  }

  /** The definition as OGC well-known text (version 1) on one line, easting first. */
  public String wkt() {
    return ((Formattable) definition).toWKT(Citations.OGC, 0);
  }

  CoordinateReferenceSystem definition() {
    return definition;
  }

  private static Crs ofAuthority(String code) {
    try {
      return new Crs(code, CRS.decode(code, true));
    } catch (FactoryException e) {
      throw new IllegalArgumentException(code + " is not a known reference system (坐标系)", e);
    }
  }

  private static Crs ofWkt(String code, String wkt) {
    GeoToolsQuiet.settle();
    try {
      return new Crs(code, new ReferencingObjectFactory().createFromWKT(wkt));
    } catch (FactoryException e) {
      throw new IllegalStateException("the project's own definition of " + code, e);
    }
  }

  private Object readResolve() {
    return of(code);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Crs crs && crs.code.equals(code);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(code);
  }

  @Override
  public String toString() {
    return code;
  }
}
