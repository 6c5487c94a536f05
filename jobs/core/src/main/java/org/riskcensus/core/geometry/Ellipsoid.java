package org.riskcensus.core.geometry;

import java.io.Serializable;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * An ellipsoid of revolution (参考椭球) on which areas and distances of longitude and latitude are
 * measured.
 *
 * <p>The area is that of the region whose edges are straight lines between their ends in longitude
 * and latitude, as files and planar predicates mean them (not geodesics). By Green's theorem it is
 * the sum over edges of ∫ F(φ) dλ, where F(φ), the area between equator and φ for a radian of
 * longitude, is b²/2·(sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e) (Snyder, Map Projections,
 * 1987, (3-12)). Edges are integrated by three-point Gauss-Legendre quadrature on steps of at most
 * half a degree of latitude, which is exact to rounding.
 *
 * <p>Immutable and thread-safe. A longitude is a number like any other: nothing wraps at 180°.
 */
public final class Ellipsoid implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The ellipsoid of CGCS2000 and, below a millimetre, of WGS 84. */
  public static final Ellipsoid CGCS2000 = new Ellipsoid(6378137.0, 298.257222101);

  private static final double STEP_DEGREES = 0.5;
  private static final double GAUSS_NODE = Math.sqrt(0.6);
  private static final double GAUSS_END = 5.0 / 18;
  private static final double GAUSS_MIDDLE = 8.0 / 18;

  private final double semiMajor;
  private final double inverseFlattening;
  private final transient Geodesic geodesic;

  /**
   * An ellipsoid by its defining constants.
   *
   * @param semiMajor semi-major axis, metres
   * @param inverseFlattening such as 298.257222101
   */
  public Ellipsoid(double semiMajor, double inverseFlattening) {
    this.semiMajor = semiMajor;
    this.inverseFlattening = inverseFlattening;
    this.geodesic = new Geodesic(semiMajor, 1 / inverseFlattening);
  }

  private Object readResolve() {
    return new Ellipsoid(semiMajor, inverseFlattening);
  }

  /**
   * Area (m²) of the polygons of a geometry in degrees, longitude first; 0 for lines and points.
   */
  public double area(Geometry lonLat) {
    if (lonLat instanceof Polygon polygon) {
      double area = Math.abs(ring(polygon.getExteriorRing()));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        area -= Math.abs(ring(polygon.getInteriorRingN(i)));
      }
      return area;
    }
    double sum = 0;
    for (int i = 0; i < lonLat.getNumGeometries() && lonLat.getDimension() == 2; i++) {
      sum += area(lonLat.getGeometryN(i));
    }
    return sum;
  }

  /**
   * Length (m) of the lines of a geometry in degrees, longitude first; 0 for areas and points. As
   * for areas, edges are straight in longitude and latitude, so that the parts of a line have
   * together the length of the whole; up to 10 km that is the geodesic but for 1e-6 of it.
   */
  public double length(Geometry lonLat) {
    if (lonLat instanceof LineString line) {
      CoordinateSequence vertices = line.getCoordinateSequence();
      double sum = 0;
      for (int i = 1; i < vertices.size(); i++) {
        sum +=
            edge(
                vertices.getY(i - 1),
                vertices.getY(i),
                Math.toRadians(vertices.getX(i) - vertices.getX(i - 1)));
      }
      return sum;
    }
    double sum = 0;
    for (int i = 0; i < lonLat.getNumGeometries() && lonLat instanceof GeometryCollection; i++) {
      sum += length(lonLat.getGeometryN(i));
    }
    return sum;
  }

  /** Length of an edge between two latitudes over some radians of longitude. */
  private double edge(double from, double to, double east) {
    int steps = (int) Math.max(1, Math.ceil(Math.abs(to - from) / STEP_DEGREES));
    double half = (to - from) / steps / 2;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double middle = from + (2 * i + 1) * half;
      sum +=
          GAUSS_MIDDLE * speed(middle, to - from, east)
              + GAUSS_END
                  * (speed(middle - GAUSS_NODE * half, to - from, east)
                      + speed(middle + GAUSS_NODE * half, to - from, east));
    }
    return sum / steps;
  }

  /** Metres a step of so many degrees north and radians east would take at a latitude. */
  private double speed(double latitude, double north, double east) {
    double perRadian = Math.toDegrees(metresPerDegreeEast(latitude));
    return Math.hypot(perRadian * east, metresPerDegreeNorth(latitude) * north);
  }

  /** Length (m) of the shortest way on the ellipsoid between two positions in degrees. */
  public double distance(double lon1, double lat1, double lon2, double lat2) {
    return geodesic.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
  }

  /** Metres a degree of longitude measures at a latitude. */
  public double metresPerDegreeEast(double latitude) {
    double sin = Math.sin(Math.toRadians(latitude));
    double normal = semiMajor / Math.sqrt(1 - e2() * sin * sin);
    return Math.toRadians(normal * Math.cos(Math.toRadians(latitude)));
  }

  /** Metres a degree of latitude measures at a latitude. */
  public double metresPerDegreeNorth(double latitude) {
    double sin = Math.sin(Math.toRadians(latitude));
    double w2 = 1 - e2() * sin * sin;
    return Math.toRadians(semiMajor * (1 - e2()) / (w2 * Math.sqrt(w2)));
  }

  private double e2() {
    double flattening = 1 / inverseFlattening;
    return flattening * (2 - flattening);
  }

  /** Signed area of a ring; measured from the latitude of its start, so that little cancels out. */
  private double ring(LineString ring) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    if (vertices.size() == 0) {
      return 0;
    }
    double base = zone(vertices.getY(0));
    double sum = 0;
    for (int i = 1; i < vertices.size(); i++) {
      double width = Math.toRadians(vertices.getX(i) - vertices.getX(i - 1));
      if (width != 0) {
        sum += width * (meanZone(vertices.getY(i - 1), vertices.getY(i)) - base);
      }
    }
    return sum;
  }

  /** The mean of F along an edge from one latitude to another. */
  private double meanZone(double from, double to) {
    int steps = (int) Math.max(1, Math.ceil(Math.abs(to - from) / STEP_DEGREES));
    double half = (to - from) / steps / 2;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double middle = from + (2 * i + 1) * half;
      sum +=
          GAUSS_MIDDLE * zone(middle)
              + GAUSS_END * (zone(middle - GAUSS_NODE * half) + zone(middle + GAUSS_NODE * half));
    }
    return sum / steps;
  }

  /** F(φ): area (m²) between the equator and a latitude for one radian of longitude. */
  private double zone(double latitude) {
    double e2 = e2();
    double e = Math.sqrt(e2);
    double sin = Math.sin(Math.toRadians(latitude));
    double artanh = e == 0 ? sin : Math.log((1 + e * sin) / (1 - e * sin)) / (2 * e);
    double polar2 = semiMajor * semiMajor * (1 - e2);
    return polar2 / 2 * (sin / (1 - e2 * sin * sin) + artanh);
  }
}
