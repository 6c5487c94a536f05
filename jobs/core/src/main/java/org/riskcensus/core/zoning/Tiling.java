package org.riskcensus.core.zoning;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.riskcensus.core.geometry.Outline;

/**
 * Proves that polygons tile: each is valid, and where they meet they meet edge by edge, without
 * overlaps and without gaps: by their outline, and where that proves nothing by JTS coverage
 * validation, which tells the place.
 */
public final class Tiling {

  /**
   * What is wrong, and where first.
   *
   * @param polygons number of polygons that are invalid or do not fit their neighbours
   */
  public record Flaw(int polygons, String reason, double x, double y) {}

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
    return Outline.find(coverage).isPresent() ? Optional.empty() : misfits(coverage);
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
