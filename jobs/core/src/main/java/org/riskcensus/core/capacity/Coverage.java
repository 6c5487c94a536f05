package org.riskcensus.core.capacity;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A unit parted into what the reaches of a service cover and the gap 覆盖盲区 outside all of them.
 * Places that several reach are covered once; the two parts tile the unit.
 *
 * @param covered areas only, empty where no reach comes near
 * @param gap areas only, empty where all is covered
 */
public record Coverage(MultiPolygon covered, MultiPolygon gap) {

  /**
   * Parts a unit.
   *
   * @param unit area in a plane
   * @param reaches areas in the same plane
   */
  public static Coverage of(Geometry unit, List<? extends Geometry> reaches) {
    Geometry reach =
        reaches.isEmpty()
            ? unit.getFactory().createPolygon()
            : OverlayNGRobust.union(unit.getFactory().buildGeometry(reaches));
    return new Coverage(
        areas(OverlayNGRobust.overlay(unit, reach, OverlayNG.INTERSECTION)),
        areas(OverlayNGRobust.overlay(unit, reach, OverlayNG.DIFFERENCE)));
  }

  /** Without the points and lines in which a reach may only touch the unit. */
  private static MultiPolygon areas(Geometry parts) {
    List<Polygon> polygons = new ArrayList<>();
    for (Object polygon : PolygonExtracter.getPolygons(parts)) {
      if (!((Polygon) polygon).isEmpty()) {
        polygons.add((Polygon) polygon);
      }
    }
    return parts.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
