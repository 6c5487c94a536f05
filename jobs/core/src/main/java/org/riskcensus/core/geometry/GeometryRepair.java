package org.riskcensus.core.geometry;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Finds invalid geometry (by the OGC rules, as JTS checks them) and proposes a repair.
 *
 * <p>A repair is a proposal: it says what was wrong and where, and how much the area changes, so
 * that whoever filed the geometry can judge it. It keeps all the input: a ring that crosses itself
 * becomes several polygons, and nothing is thrown away but what has no area.
 */
public final class GeometryRepair {

  /**
   * A proposed repair.
   *
   * @param repaired the valid geometry; empty when nothing with an area (or length) is left
   * @param reason what is wrong, in the words of JTS, such as {@code Self-intersection}
   * @param place where, in the coordinates of the geometry
   * @param areaBefore area of the geometry as filed by the shoelace formula, in squared units of
   *     its coordinates; lobes of a ring that crosses itself cancel out in it
   * @param areaAfter area of {@code repaired}, in the same units
   */
  public record Repair(
      Geometry repaired, String reason, Coordinate place, double areaBefore, double areaAfter) {

    /** The change of area as a share of the larger of the two, 0 when both are 0. */
    public double relativeChange() {
      double larger = Math.max(areaBefore, areaAfter);
      return larger == 0 ? 0 : Math.abs(areaAfter - areaBefore) / larger;
    }
  }

  private GeometryRepair() {}

  /** The repair that {@code geometry} needs; empty when it is valid. */
  public static Optional<Repair> find(Geometry geometry) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error == null) {
      return Optional.empty();
    }
    Geometry repaired = GeometryFixer.fix(geometry);
    return Optional.of(
        new Repair(
            repaired,
            error.getMessage(),
            error.getCoordinate(),
            geometry.getArea(),
            repaired.getArea()));
  }
}
