package org.riskcensus.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.risk.DisasterChain.Edge;

class DisasterChainTest {

  private static final Set<String> ALL = Set.of("a", "b", "c");

  @Test
  void aTriggerRaisesWhatItSetsOff() {
    DisasterChain chain = new DisasterChain(List.of(new Edge("a", "b", 0.5)));
    Map<String, Double> risks = chain.amplify(Map.of("a", 0.4, "b", 0.2), ALL);
    // 0.2 + 0.5 · 0.4 · 0.8
    assertThat(risks.get("b")).isCloseTo(0.36, within(1e-15));
    assertThat(risks.get("a")).isEqualTo(0.4);
  }

  @Test
  void aChainPassesOnWhatItsMiddleHasGained() {
    DisasterChain chain =
        new DisasterChain(List.of(new Edge("b", "c", 1.0), new Edge("a", "b", 0.5)));
    Map<String, Double> risks = chain.amplify(Map.of("a", 0.4), ALL);
    assertThat(risks.get("b")).isCloseTo(0.2, within(1e-15));
    assertThat(risks.get("c")).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void aHazardThatTheCountyDoesNotHaveNeitherTriggersNorIsTriggered() {
    DisasterChain chain = new DisasterChain(List.of(new Edge("a", "b", 0.5)));
    assertThat(chain.amplify(Map.of("a", 0.4), Set.of("a"))).isEqualTo(Map.of("a", 0.4));
    assertThat(chain.amplify(Map.of("b", 0.4), Set.of("b"))).isEqualTo(Map.of("b", 0.4));
  }

  @Test
  void riskNeverFallsNeverPassesOneAndEdgesMayComeInAnyOrder() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      Edge ac = new Edge("a", "c", random.nextDouble());
      Edge bc = new Edge("b", "c", random.nextDouble());
      Map<String, Double> risks =
          Map.of("a", random.nextDouble(), "b", random.nextDouble(), "c", random.nextDouble());
      double c = new DisasterChain(List.of(ac, bc)).amplify(risks, ALL).get("c");
      double back = new DisasterChain(List.of(bc, ac)).amplify(risks, ALL).get("c");
      assertThat(c).isEqualTo(back).isBetween(risks.get("c"), 1.0);
    }
  }

  @Test
  void aCycleIsRefused() {
    List<Edge> circle =
        List.of(new Edge("a", "b", 0.5), new Edge("b", "c", 0.5), new Edge("c", "a", 0.5));
    assertThatThrownBy(() -> new DisasterChain(circle)).hasMessageContaining("circle");
    assertThatThrownBy(() -> new Edge("a", "b", 1.5)).hasMessageContaining("0..1");
  }
}
