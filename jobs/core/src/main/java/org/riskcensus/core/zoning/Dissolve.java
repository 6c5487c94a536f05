package org.riskcensus.core.zoning;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.riskcensus.core.geometry.BoundaryPolygons;

/**
 * Joins the pieces of one class into as few polygons as possible.
 *
 * <p>The pieces must be a coverage, as those of the tessellation are: then shared edges match
 * vertex by vertex, and the union only drops them. No vertex of what remains moves or disappears,
 * also not a collinear one, because the neighbouring class keeps it too: the polygons of all
 * classes are again a coverage, without gaps or overlaps.
 */
public final class Dissolve {

  private Dissolve() {}

  /**
   * The polygons of the union of {@code pieces}; none for no pieces.
   *
   * @throws IllegalArgumentException when pieces overlap along an edge
   */
  public static List<Polygon> dissolve(List<? extends Geometry> pieces) {
    BoundaryPolygons boundary = new BoundaryPolygons();
    for (Geometry piece : pieces) {
      for (Object polygon : PolygonExtracter.getPolygons(piece)) {
        if (!boundary.addPolygon((Polygon) polygon)) {
          throw new IllegalArgumentException(
              "pieces overlap at " + piece.getEnvelopeInternal() + "; they must be a coverage");
        }
      }
    }
    return boundary.build();
  }
}
