package org.riskcensus.core.risk;

import java.util.Comparator;
import java.util.List;

/**
 * Everything that lies in one cell, in an order that does not depend on how it arrived.
 *
 * @param counties parts of counties, code of 6 digits
 * @param units parts of the finest administrative units
 * @param hazards parts of hazard areas
 * @param exposures parts of exposed objects
 */
public record CellContents(
    List<UnitPart> counties,
    List<UnitPart> units,
    List<HazardPart> hazards,
    List<ExposurePart> exposures) {

  /** Sorts the lists. */
  public CellContents {
    counties = counties.stream().sorted(Comparator.comparing(UnitPart::code)).toList();
    units = units.stream().sorted(Comparator.comparing(UnitPart::code)).toList();
    hazards =
        hazards.stream()
            .sorted(
                Comparator.comparing(HazardPart::hazard)
                    .thenComparing(Comparator.comparingDouble(HazardPart::index).reversed())
                    .thenComparing(HazardPart::objectId)
                    .thenComparingDouble(hazard -> hazard.part().measure()))
            .toList();
    exposures =
        exposures.stream()
            .sorted(
                Comparator.comparing(ExposurePart::exposure)
                    .thenComparing(ExposurePart::origin)
                    .thenComparing(ExposurePart::objectId)
                    .thenComparingDouble(ExposurePart::density)
                    .thenComparingDouble(exposure -> exposure.part().measure()))
            .toList();
  }
}
