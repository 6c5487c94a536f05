package org.riskcensus.core.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.weighting.Weighting.Kind;

class WeightingTest {

  private static final Map<String, Double> HALVES = ordered("a", 0.5, "b", 0.5);

  private static Map<String, Double> ordered(String a, double x, String b, double y) {
    Map<String, Double> map = new LinkedHashMap<>();
    map.put(a, x);
    map.put(b, y);
    return map;
  }

  private static Spread spread(double... normalised) {
    double sum = 0;
    double logs = 0;
    for (double x : normalised) {
      sum += x;
      logs += x > 0 ? x * Math.log(x) : 0;
    }
    return new Spread(normalised.length, sum, logs);
  }

  @Test
  void entropyIsZeroWhereOneObjectHasAllAndOneWhereAllHaveTheSame() {
    assertThat(spread(0, 0.7, 0, 0).entropy()).isCloseTo(0, within(1e-12));
    assertThat(spread(0.4, 0.4, 0.4).entropy()).isCloseTo(1, within(1e-12));
    // p = (1/2, 1/2, 0, 0): e = ln 2 / ln 4
    assertThat(spread(1, 1, 0, 0).entropy()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void entropyWeighsAnIndicatorByWhatItTells() {
    Map<String, Spread> spreads = Map.of("a", spread(1, 0, 0, 0), "b", spread(1, 1, 0, 0));
    Map<String, Double> weights = new Weighting(Kind.ENTROPY, HALVES, 0).weights(spreads);
    // 1 − e is 1 and 1/2
    assertThat(weights.get("a")).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(weights.get("b")).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void combinedWeightsAreTheRootOfTheProduct() {
    Map<String, Spread> spreads = Map.of("a", spread(1, 0, 0, 0), "b", spread(1, 1, 0, 0));
    Weighting combined = new Weighting(Kind.COMBINED, ordered("a", 0.2, "b", 0.8), 0);
    // √(0.2 · 2/3) : √(0.8 · 1/3) = 1 : √2
    double a = 1 / (1 + Math.sqrt(2));
    assertThat(combined.weights(spreads).get("a")).isCloseTo(a, within(1e-12));
    assertThat(combined.weights(spreads).get("b")).isCloseTo(1 - a, within(1e-12));
  }

  @Test
  void aConstantIndicatorTellsNothingAndIfAllAreConstantWeightsAreEqual() {
    Map<String, Spread> one = Map.of("a", spread(0, 0, 0), "b", spread(1, 0, 0));
    assertThat(new Weighting(Kind.ENTROPY, HALVES, 0).weights(one))
        .containsEntry("a", 0.0)
        .containsEntry("b", 1.0);
    Map<String, Spread> none = Map.of("a", spread(0, 0, 0), "b", spread(0, 0, 0));
    assertThat(new Weighting(Kind.ENTROPY, HALVES, 0).weights(none)).isEqualTo(HALVES);
  }

  @Test
  void givenWeightsNeedNoData() {
    assertThat(Weighting.given(HALVES).weights()).isEqualTo(HALVES);
    assertThat(new Weighting(Kind.COMBINED, HALVES, 0).needsData()).isTrue();
  }
}
