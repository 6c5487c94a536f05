package org.riskcensus.core.risk;

import java.io.Serializable;
import org.riskcensus.core.classify.BreakRule;

/**
 * Risk {@code R = H · E · V · (1 − C)}, its levels, and how the risks of all hazards are put
 * together.
 *
 * @param comprehensive the comprehensive risk
 * @param hazardBreaks how the levels of the risk of a single hazard are told apart
 * @param comprehensiveBreaks the same for the comprehensive risk
 * @param minCellShare least share of a cell that a hazard level must cover to give the cell its
 *     level
 * @param minUnitShare least share of a unit that a risk level must cover to give the unit its level
 */
public record RiskMethod(
    ComprehensiveMethod comprehensive,
    BreakRule hazardBreaks,
    BreakRule comprehensiveBreaks,
    double minCellShare,
    double minUnitShare)
    implements Serializable {

  /** The risk of one hazard; all factors 0 to 1. */
  public static double risk(double hazard, double exposure, double vulnerability, double capacity) {
    return hazard * exposure * vulnerability * (1 - capacity);
  }
}
