package org.riskcensus.pipeline.job.assess;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;

/**
 * Stored geometry (WKB, longitude first) to the analysis plane and back, vertex by vertex, so that
 * shared vertices stay shared.
 */
final class Plane {

  /** Level of the cell that a stored geometry carries for sorting. */
  private static final int STORED_CELL_LEVEL = 20;

  private static final CoordinateTransform TO_PLANE =
      CoordinateTransform.between(Crs.CGCS2000, Crs.ANALYSIS_PLANE);
  private static final CoordinateTransform TO_LON_LAT =
      CoordinateTransform.between(Crs.ANALYSIS_PLANE, Crs.CGCS2000);

  private Plane() {}

  /** A stored geometry in metres of the plane. */
  static Geometry read(byte[] lonLatWkb) {
    return TO_PLANE.apply(Wkb.read(lonLatWkb));
  }

  /** A geometry of the plane in longitude and latitude. */
  static Geometry toLonLat(Geometry plane) {
    return TO_LON_LAT.apply(plane);
  }

  /** The cell that a geometry of the plane is sorted by. */
  static long storedCell(Geometry plane) {
    Point inside = plane.getInteriorPoint();
    return Cells.of(inside.getX(), inside.getY(), STORED_CELL_LEVEL);
  }
}
