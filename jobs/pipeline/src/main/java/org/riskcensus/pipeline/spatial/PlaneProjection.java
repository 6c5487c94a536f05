package org.riskcensus.pipeline.spatial;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;

/**
 * The way between stored geometry (CGCS2000 longitude and latitude, EPSG:4490) and the equal-area
 * analysis plane (metres). Vertices are moved, so shared vertices stay shared; edges stay straight.
 */
public final class PlaneProjection {

  /** Level of the cell that a stored geometry carries for sorting. */
  static final int STORED_CELL_LEVEL = 20;

  private static final CoordinateTransform TO_PLANE =
      CoordinateTransform.between(Crs.CGCS2000, Crs.ANALYSIS_PLANE);
  private static final CoordinateTransform TO_LON_LAT =
      CoordinateTransform.between(Crs.ANALYSIS_PLANE, Crs.CGCS2000);

  private PlaneProjection() {}

  /** A stored geometry in metres of the plane. */
  public static Geometry read(byte[] lonLatWkb) {
    return toPlane(Wkb.read(lonLatWkb));
  }

  /** A copy in the analysis plane of a geometry in degrees. */
  public static Geometry toPlane(Geometry lonLat) {
    return TO_PLANE.apply(lonLat);
  }

  /** A copy in degrees of a geometry in the analysis plane. */
  public static Geometry toLonLat(Geometry plane) {
    return TO_LON_LAT.apply(plane);
  }

  /** The cell that a geometry of the plane is sorted by, that of {@link #place}. */
  public static long storedCell(Geometry plane) {
    Point place = place(plane);
    return Cells.of(place.getX(), place.getY(), STORED_CELL_LEVEL);
  }

  /** A point inside a geometry, which stands for the whole of it. */
  static Point place(Geometry geometry) {
    return geometry instanceof Point point ? point : geometry.getInteriorPoint();
  }
}
