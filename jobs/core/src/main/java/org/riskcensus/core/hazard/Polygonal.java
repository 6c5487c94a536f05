package org.riskcensus.core.hazard;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** Keeps the polygons of an overlay result and drops the points and lines of mere contact. */
final class Polygonal {

  private Polygonal() {}

  /** The polygonal part of {@code geometry}, possibly empty. */
  static Geometry of(Geometry geometry) {
    @SuppressWarnings("unchecked")
    List<Polygon> polygons = PolygonExtracter.getPolygons(geometry);
    return polygons.size() == 1
        ? polygons.get(0)
        : geometry.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
