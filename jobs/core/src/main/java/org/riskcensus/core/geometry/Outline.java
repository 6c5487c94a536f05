package org.riskcensus.core.geometry;

import java.util.Collection;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** What polygons that tile cover together, found without an overlay. */
public final class Outline {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Outline() {}

  /**
   * The union of valid polygons that tile, and the proof that they do, in linear time: where every
   * border between two of them cancels out and what is left bounds valid polygons, each place is in
   * one of the polygons or in none. Nothing when it cannot be proved so: some overlap, or
   * neighbours have different vertices on their border.
   */
  public static Optional<MultiPolygon> find(Collection<? extends Geometry> tiles) {
    BoundaryPolygons boundary = new BoundaryPolygons();
    for (Geometry tile : tiles) {
      for (int i = 0; i < tile.getNumGeometries(); i++) {
        if (!(tile.getGeometryN(i) instanceof Polygon polygon) || !boundary.addPolygon(polygon)) {
          return Optional.empty();
        }
      }
    }
    int segments = boundary.size();
    return boundary
        .find()
        .map(polygons -> GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new)))
        .filter(union -> segments(union) == segments && new IsValidOp(union).isValid());
  }

  private static int segments(MultiPolygon polygons) {
    int rings = 0;
    for (int i = 0; i < polygons.getNumGeometries(); i++) {
      rings += 1 + ((Polygon) polygons.getGeometryN(i)).getNumInteriorRing();
    }
    return polygons.getNumPoints() - rings;
  }
}
