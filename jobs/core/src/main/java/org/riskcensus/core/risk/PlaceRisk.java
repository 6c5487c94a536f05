package org.riskcensus.core.risk;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The risks of one place.
 *
 * @param risks risk of each hazard that reaches it
 * @param chained the same with what disaster chains add, also of hazards that do not reach it
 * @param comprehensive the comprehensive risk
 */
public record PlaceRisk(
    Map<String, Double> risks, Map<String, Double> chained, double comprehensive) {

  /**
   * What a place has besides hazards, each 0 to 1.
   *
   * @param exposure exposure index
   * @param vulnerability vulnerability index
   * @param capacity capacity index
   */
  public record Surroundings(double exposure, double vulnerability, double capacity) {}

  /**
   * Computes them.
   *
   * @param method how hazards are put together
   * @param weights weight of each hazard that the county has
   * @param hazards index of each hazard that reaches the place; others than the county's are left
   *     out
   */
  public static PlaceRisk of(
      ComprehensiveMethod method,
      Map<String, Double> weights,
      Map<String, Double> hazards,
      Surroundings at) {
    Set<String> present = weights.keySet();
    Map<String, Double> risks = new TreeMap<>();
    hazards.forEach(
        (name, index) -> {
          if (present.contains(name)) {
            risks.put(
                name, RiskMethod.risk(index, at.exposure(), at.vulnerability(), at.capacity()));
          }
        });
    Map<String, Double> chained = method.amplify(risks, present);
    return new PlaceRisk(risks, chained, method.risk(chained, weights));
  }
}
