package org.riskcensus.pipeline.audit.check;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.geometry.CoverageParts;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/** How areas and places of the plane are told: in square metres and in longitude and latitude. */
final class Places {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Places() {}

  /** Area, number of parts and a place, such as {@code 1532 m² in 2 parts at (118.1, 36.9)}. */
  static String text(CoverageParts.Found found) {
    return Found.text("%.0f m² × %d, %s", found.areaM2(), found.parts(), at(found.place()));
  }

  /** Longitude and latitude of a place of the plane. */
  static String at(Coordinate plane) {
    Coordinate c = PlaneProjection.toLonLat(FACTORY.createPoint(plane)).getCoordinate();
    return Found.text("(%.6f, %.6f)", c.x, c.y);
  }
}
