package org.riskcensus.formats.write;

import java.util.Locale;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.referencing.CRS;

/**
 * A reference system of the EPSG register as the formats describe it. The definition keeps the
 * register's axis order; coordinates in files have longitude (easting) first, as the formats ask.
 */
final class SpatialReference {

  private static final String TRANSVERSE_MERCATOR = "Transverse_Mercator";

  private final int code;
  private final CoordinateReferenceSystem crs;

  private SpatialReference(int code, CoordinateReferenceSystem crs) {
    this.code = code;
    this.crs = crs;
  }

  static SpatialReference of(LayerTarget target) throws UnwritableLayerException {
    String name = String.valueOf(target.schema().crs());
    try {
      return of(name);
    } catch (FactoryException | IllegalArgumentException e) {
      UnwritableLayerException refusal =
          target.refuse("reference system " + name + " is unknown", "use a code such as EPSG:4490");
      refusal.initCause(e);
      throw refusal;
    }
  }

  static SpatialReference of(String name) throws FactoryException {
    if (!name.toUpperCase(Locale.ROOT).startsWith("EPSG:")) {
      throw new IllegalArgumentException(name);
    }
    return new SpatialReference(Integer.parseInt(name.substring(5)), CRS.decode(name, false));
  }

  int code() {
    return code;
  }

  String name() {
    return crs.getName().getCode();
  }

  boolean geographic() {
    return crs instanceof GeographicCRS;
  }

  /** Well-known text of ISO 19125 on one line, as GeoPackage wants it. */
  String wkt() {
    return crs.toWKT().replaceAll("\\s*\\R\\s*", " ");
  }

  GeographicCRS base() {
    return crs instanceof ProjectedCRS projected ? projected.getBaseCRS() : (GeographicCRS) crs;
  }

  GeodeticDatum datum() {
    return base().getDatum();
  }

  Ellipsoid ellipsoid() {
    return datum().getEllipsoid();
  }

  boolean transverseMercator() {
    return crs instanceof ProjectedCRS projected
        && projected
            .getConversionFromBase()
            .getMethod()
            .getName()
            .getCode()
            .replace(' ', '_')
            .equals(TRANSVERSE_MERCATOR);
  }

  /** A parameter of the projection by its OGC name, in degrees, metres or 1. */
  double parameter(String name) {
    ParameterValueGroup values = ((ProjectedCRS) crs).getConversionFromBase().getParameterValues();
    return values.parameter(name).doubleValue();
  }
}
