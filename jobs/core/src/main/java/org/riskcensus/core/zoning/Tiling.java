package org.riskcensus.core.zoning;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.riskcensus.core.geometry.BoundaryPolygons;

/**
 * Proves that polygons tile: each is valid, and where they meet they meet edge by edge, without
 * overlaps and without gaps (JTS coverage validation).
 */
public final class Tiling {

  /**
   * What is wrong, and where first.
   *
   * @param polygons number of polygons that are invalid or do not fit their neighbours
   */
  public record Flaw(int polygons, String reason, double x, double y) {}

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Tiling() {}

  /**
   * The flaws of a coverage; none when it tiles.
   *
   * @param coverage in any plane or in degrees
   */
  public static Optional<Flaw> findFlaw(List<? extends Geometry> coverage) {
    int flawed = 0;
    TopologyValidationError first = null;
    for (Geometry polygon : coverage) {
      TopologyValidationError error = new IsValidOp(polygon).getValidationError();
      flawed += error == null ? 0 : 1;
      first = first == null ? error : first;
    }
    if (first != null) {
      Coordinate place = first.getCoordinate();
      return Optional.of(new Flaw(flawed, first.getMessage(), place.x, place.y));
    }
    return bordersCancel(coverage) ? Optional.empty() : misfits(coverage);
  }

  /**
   * Proves that valid polygons tile, in linear time: where every border between two of them cancels
   * out and what is left bounds valid polygons, each place is in one polygon or in none. What cannot
   * be proved so may still be a coverage.
   */
  private static boolean bordersCancel(List<? extends Geometry> coverage) {
    BoundaryPolygons outline = new BoundaryPolygons();
    for (Geometry geometry : coverage) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        if (!outline.addPolygon((Polygon) geometry.getGeometryN(i))) {
          return false;
        }
      }
    }
    int segments = outline.size();
    Optional<List<Polygon>> polygons = outline.find();
    if (polygons.isEmpty()) {
      return false;
    }
    MultiPolygon whole = GEOMETRY.createMultiPolygon(polygons.get().toArray(Polygon[]::new));
    int rings = polygons.get().stream().mapToInt(p -> 1 + p.getNumInteriorRing()).sum();
    return whole.getNumPoints() - rings == segments && new IsValidOp(whole).isValid();
  }

  private static Optional<Flaw> misfits(List<? extends Geometry> coverage) {
    Geometry edges = null;
    int flawed = 0;
    for (Geometry invalid : CoverageValidator.validate(coverage.toArray(Geometry[]::new))) {
      if (invalid != null) {
        flawed++;
        edges = edges == null ? invalid : edges;
      }
    }
    if (edges == null) {
      return Optional.empty();
    }
    Coordinate place = edges.getCoordinate();
    return Optional.of(new Flaw(flawed, "Edges do not match", place.x, place.y));
  }
}
