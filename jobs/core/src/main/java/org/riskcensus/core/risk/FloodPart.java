package org.riskcensus.core.risk;

import java.util.Comparator;
import java.util.List;

/**
 * The part of a flood extent inside a cell.
 *
 * @param objectId the surveyed extent
 * @param river the river it belongs to, different for different counties
 * @param mappedYears return periods that floods of that river were mapped for
 * @param years its return period
 * @param depthMetres water depth
 * @param part polygonal part of the cell
 */
public record FloodPart(
    String objectId,
    String river,
    List<Integer> mappedYears,
    int years,
    double depthMetres,
    CellPart part) {

  /** An order that does not depend on how parts arrived. */
  static final Comparator<FloodPart> ORDER =
      Comparator.comparing(FloodPart::river)
          .thenComparingInt(FloodPart::years)
          .thenComparingDouble(FloodPart::depthMetres)
          .thenComparing(FloodPart::objectId)
          .thenComparingDouble(flood -> flood.part().measure());

  /** Copies the years. */
  public FloodPart {
    mappedYears = List.copyOf(mappedYears);
  }
}
