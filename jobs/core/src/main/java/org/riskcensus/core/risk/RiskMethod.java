package org.riskcensus.core.risk;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.hazard.WeightedMean;

/**
 * Risk {@code R = H · E · V · (1 − C)}, and the comprehensive risk {@code Rc = Σ wₖ rₖ} over the
 * hazards that are present in the county: weights are renormalised over these, because a hazard
 * that a county does not have is not applicable, which is not the same as 0.
 *
 * @param hazardWeights weight of each hazard code
 * @param hazardLevels breaks of the risk of a single hazard
 * @param comprehensiveLevels breaks of the comprehensive risk
 * @param minCellShare least share of a cell that a hazard level must cover to give the cell its
 *     level
 * @param minUnitShare least share of a unit that a risk level must cover to give the unit its level
 */
public record RiskMethod(
    Map<String, Double> hazardWeights,
    LevelBreaks hazardLevels,
    LevelBreaks comprehensiveLevels,
    double minCellShare,
    double minUnitShare)
    implements Serializable {

  /** The risk of one hazard; all factors 0 to 1. */
  public static double risk(double hazard, double exposure, double vulnerability, double capacity) {
    return hazard * exposure * vulnerability * (1 - capacity);
  }

  /**
   * The comprehensive risk of a place.
   *
   * @param risks risk of the hazards that act in the place; a hazard left out has none there
   * @param present hazards present in the county
   */
  public double comprehensive(Map<String, Double> risks, Collection<String> present) {
    WeightedMean mean = new WeightedMean();
    for (String hazard : present.stream().sorted().toList()) {
      mean.add(weight(hazard), risks.getOrDefault(hazard, 0.0));
    }
    return mean.isEmpty() ? 0 : mean.value();
  }

  private double weight(String hazard) {
    Double weight = hazardWeights.get(hazard);
    if (weight == null) {
      throw new IllegalArgumentException("the method has no weight for hazard " + hazard);
    }
    return weight;
  }
}
