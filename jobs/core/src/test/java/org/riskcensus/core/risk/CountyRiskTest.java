package org.riskcensus.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountyRiskTest {

  private static final Map<String, Double> WEIGHTS =
      Map.of("flood", 0.4, "fire", 0.1, "landslide", 0.3, "lake", 0.2);

  /** Rain sets off slides, slides dam a lake; hail is no hazard of the county. */
  private static final DisasterChain CHAIN =
      new DisasterChain(
          List.of(
              new DisasterChain.Edge("landslide", "lake", 0.6),
              new DisasterChain.Edge("flood", "landslide", 0.3),
              new DisasterChain.Edge("flood", "hail", 0.9)));

  @ParameterizedTest
  @EnumSource(ComprehensiveMethod.Rule.class)
  void aPlaceHasTheSameRiskToTheLastBitAsByNames(ComprehensiveMethod.Rule rule) {
    ComprehensiveMethod method = new ComprehensiveMethod(rule, WEIGHTS, 0, Map.of(), CHAIN);
    CountyRisk county = new CountyRisk(method, WEIGHTS.keySet());
    double[] weights = county.byNumber(WEIGHTS);
    Random random = new Random(4);
    for (int i = 0; i < 1000; i++) {
      Map<String, Double> hazards = new TreeMap<>();
      county.hazards().stream()
          .filter(hazard -> random.nextBoolean())
          .forEach(hazard -> hazards.put(hazard, random.nextDouble()));
      PlaceRisk.Surroundings at =
          new PlaceRisk.Surroundings(random.nextDouble(), random.nextDouble(), random.nextDouble());
      PlaceRisk expected = PlaceRisk.of(method, WEIGHTS, hazards, at);
      double[] risks =
          county.hazards().stream()
              .mapToDouble(hazard -> expected.risks().getOrDefault(hazard, 0.0))
              .toArray();
      assertThat(county.comprehensive(risks, weights)).isEqualTo(expected.comprehensive());
      for (int number = 0; number < risks.length; number++) {
        String hazard = county.hazards().get(number);
        assertThat(risks[number]).isEqualTo(expected.chained().getOrDefault(hazard, 0.0));
      }
    }
  }
}
