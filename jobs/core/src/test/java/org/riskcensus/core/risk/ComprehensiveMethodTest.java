package org.riskcensus.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.risk.ComprehensiveMethod.Rule;

class ComprehensiveMethodTest {

  private static final Map<String, Double> EXPERT =
      Map.of("flood", 0.4, "geohazard", 0.1, "subsidence", 0.5);
  private static final Map<String, List<String>> KINDS =
      Map.of("flood", List.of("flood", "typhoon"), "geohazard", List.of("geological"));

  private static ComprehensiveMethod method(Rule rule, double lossShare) {
    return new ComprehensiveMethod(rule, EXPERT, lossShare, KINDS, DisasterChain.none());
  }

  private static double risk(Rule rule, Map<String, Double> risks, List<String> present) {
    ComprehensiveMethod method = method(rule, 0);
    return method.risk(risks, weights(method, present, Map.of()));
  }

  private static Map<String, Double> weights(
      ComprehensiveMethod method, Collection<String> present, Map<String, Double> losses) {
    Map<String, Double> weights = new TreeMap<>();
    method.weights(present, losses).forEach((hazard, w) -> weights.put(hazard, w.weight()));
    return weights;
  }

  @Test
  void weightsAreRenormalisedOverTheHazardsOfTheCounty() {
    assertThat(risk(Rule.WEIGHTED_SUM, Map.of("flood", 0.5), List.of("flood", "geohazard")))
        .isCloseTo(0.4, within(1e-15));
    assertThat(risk(Rule.WEIGHTED_SUM, Map.of("flood", 0.5), List.of("flood"))).isEqualTo(0.5);
    assertThat(risk(Rule.WEIGHTED_SUM, Map.of(), List.of())).isZero();
  }

  @Test
  void theMaximumHidesNoHighHazard() {
    Map<String, Double> risks = Map.of("flood", 0.2, "geohazard", 0.7);
    assertThat(risk(Rule.MAXIMUM, risks, List.of("flood", "geohazard"))).isEqualTo(0.7);
  }

  /**
   * By hand: expert weights 0.4, 0.1, 0.5; losses 30 + 10 of flood and typhoon, 60 of landslides.
   * Loss statistics know flood and geohazard, half of all weight: by loss 0.5 · 0.4 and 0.5 · 0.6.
   */
  @Test
  void halfTheWeightFollowsHistoricalLosses() {
    Map<String, Double> losses = Map.of("flood", 30.0, "typhoon", 10.0, "geological", 60.0);
    ComprehensiveMethod method = method(Rule.WEIGHTED_SUM, 0.5);
    Map<String, Double> weights = weights(method, EXPERT.keySet(), losses);
    assertThat(method.weights(EXPERT.keySet(), losses).get("geohazard").byLoss())
        .isCloseTo(0.3, within(1e-15));
    assertThat(method.weights(EXPERT.keySet(), losses).get("subsidence").byLoss()).isNull();
    assertThat(weights.get("flood")).isCloseTo((0.4 + 0.2) / 2, within(1e-15));
    assertThat(weights.get("geohazard")).isCloseTo((0.1 + 0.3) / 2, within(1e-15));
    assertThat(weights.get("subsidence")).isEqualTo(0.5);
  }

  @Test
  void withoutLossesExpertsDecideAlone() {
    assertThat(weights(method(Rule.WEIGHTED_SUM, 0.5), EXPERT.keySet(), Map.of()))
        .isEqualTo(weights(method(Rule.WEIGHTED_SUM, 0), EXPERT.keySet(), Map.of("flood", 9.0)));
  }

  @Test
  void aLossOfAHazardThatTheCountyDoesNotHaveChangesNothing() {
    ComprehensiveMethod method = method(Rule.WEIGHTED_SUM, 0.5);
    List<String> present = List.of("flood", "subsidence");
    assertThat(method.weights(present, Map.of("flood", 1.0, "geological", 99.0)))
        .isEqualTo(method.weights(present, Map.of("flood", 1.0)));
  }
}
