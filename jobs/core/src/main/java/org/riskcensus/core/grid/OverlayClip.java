package org.riskcensus.core.grid;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The clip of last resort, for the rare cells where walking the border is ambiguous: an overlay of
 * the noded polygon with the square. As every crossing already is a vertex on the line, the overlay
 * adds no coordinates, unless the polygon is invalid and must be snapped.
 */
final class OverlayClip {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Geometry noded;

  OverlayClip(Geometry noded) {
    this.noded = noded;
  }

  /** The polygonal part in the square, empty when there is none; always valid. */
  Geometry clip(Envelope square) {
    Geometry clipped = polygonal(overlay(GEOMETRY.toGeometry(square)));
    return clipped.isValid() ? clipped : polygonal(GeometryFixer.fix(clipped));
  }

  private Geometry overlay(Geometry square) {
    try {
      return OverlayNG.overlay(noded, square, OverlayNG.INTERSECTION);
    } catch (TopologyException invalid) {
      return OverlayNGRobust.overlay(GeometryFixer.fix(noded), square, OverlayNG.INTERSECTION);
    }
  }

  @SuppressWarnings("unchecked")
  private static Geometry polygonal(Geometry geometry) {
    return collect(PolygonExtracter.getPolygons(geometry));
  }

  static Geometry collect(List<Polygon> polygons) {
    return polygons.size() == 1
        ? polygons.get(0)
        : GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
