package org.riskcensus.core.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.core.geometry.BoundaryPolygons;

/**
 * Smooths the borders inside a coverage: neighbours keep common borders (JTS coverage simplifier,
 * Visvalingam–Whyatt), and the outline of the whole keeps every vertex, so that it still matches
 * the neighbouring coverage.
 */
final class SmoothBorders {

  private SmoothBorders() {}

  /**
   * Smooths.
   *
   * @param coverage polygons that tile an area
   * @param tolerances for each the square root of the area that may be cut off at a corner; on a
   *     common border the smaller one counts
   */
  static List<Polygon> smooth(List<Polygon> coverage, double[] tolerances) {
    List<Geometry> all = new ArrayList<>(coverage);
    all.addAll(outside(coverage));
    CoverageSimplifier simplifier = new CoverageSimplifier(all.toArray(Geometry[]::new));
    simplifier.setRemovableRingSizeFactor(0);
    Geometry[] smooth = simplifier.simplify(Arrays.copyOf(tolerances, all.size()));
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < coverage.size(); i++) {
      polygons.add((Polygon) smooth[i].norm());
    }
    return polygons;
  }

  /**
   * What surrounds the coverage and fills its holes. As part of the coverage, with tolerance 0, it
   * holds the outline still.
   */
  private static List<Polygon> outside(List<Polygon> coverage) {
    BoundaryPolygons boundary = new BoundaryPolygons();
    Envelope frame = new Envelope();
    for (Polygon outline : Dissolve.dissolve(coverage)) {
      frame.expandToInclude(outline.getEnvelopeInternal());
      addReversed(boundary, outline.getExteriorRing());
      for (int i = 0; i < outline.getNumInteriorRing(); i++) {
        addReversed(boundary, outline.getInteriorRingN(i));
      }
    }
    frame.expandBy(1 + frame.getDiameter());
    Polygon around = (Polygon) new GeometryFactory().toGeometry(frame);
    boundary.addPolygon(around);
    return boundary.build();
  }

  /** Rings of a dissolve have the inside to their left, and what surrounds it to their right. */
  private static void addReversed(BoundaryPolygons boundary, LinearRing ring) {
    Coordinate[] vertices = ring.reverse().getCoordinates();
    boundary.addRing(vertices);
  }
}
