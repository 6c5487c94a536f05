package org.riskcensus.core.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WeightVariationTest {

  private static final SortedMap<String, List<String>> NAMES =
      new TreeMap<>(
          Map.of("exposure", List.of("population", "gdp_wan", "value"), "capacity", List.of("a")));

  private static Map<String, Double> weights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put("population", 0.5);
    weights.put("gdp_wan", 0.25);
    weights.put("value", 0.25);
    return weights;
  }

  /** By hand: 0.5 · 1.2 = 0.6 of 1.1 together; 0.5 · 0.8 = 0.4 of 0.9 together. */
  @Test
  void aWeightAloneIsLoweredAndRaisedAndAllSumToOneAgain() {
    List<WeightRun> runs = new WeightVariation(0.2, 1, 7).runs(NAMES);
    WeightRun lowered = runs.get(3);
    assertThat(lowered.kind()).isEqualTo(WeightRun.Kind.LOWERED);
    assertThat(lowered.indicator()).isEqualTo("population");
    assertThat(lowered.apply("exposure", weights()).get("population"))
        .isCloseTo(0.4 / 0.9, within(1e-12));
    Map<String, Double> raised = runs.get(4).apply("exposure", weights());
    assertThat(raised.get("population")).isCloseTo(0.6 / 1.1, within(1e-12));
    assertThat(raised.get("gdp_wan")).isCloseTo(0.25 / 1.1, within(1e-12));
    assertThat(raised.keySet()).containsExactly("population", "gdp_wan", "value");
  }

  @Test
  void otherComponentsKeepTheirWeightsWhenOneWeightAloneIsChanged() {
    WeightRun ofCapacity = new WeightVariation(0.2, 1, 7).runs(NAMES).get(1);
    assertThat(ofCapacity.component()).isEqualTo("capacity");
    assertThat(ofCapacity.apply("exposure", weights())).isEqualTo(weights());
  }

  @Test
  void runsAreTheWeightsAsTheyAreThenTwoForEachWeightThenTheRandomOnes() {
    List<WeightRun> runs = new WeightVariation(0.2, 5, 7).runs(NAMES);
    assertThat(runs).hasSize(1 + 2 * 4 + 5);
    assertThat(runs.get(0).apply("exposure", weights())).isEqualTo(weights());
    assertThat(runs.subList(9, 14)).allMatch(run -> run.kind() == WeightRun.Kind.RANDOM);
  }

  /** Draws go by component, then in the order of the names. */
  @Test
  void randomFactorsFollowFromTheSeedAlone() {
    Random random = new Random(7);
    double ofCapacity = 1 + 0.2 * (2 * random.nextDouble() - 1);
    double ofPopulation = 1 + 0.2 * (2 * random.nextDouble() - 1);
    List<WeightRun> runs = new WeightVariation(0.2, 3, 7).runs(NAMES);
    Map<String, Map<String, Double>> factors = runs.get(9).factors();
    assertThat(factors.get("capacity")).containsEntry("a", ofCapacity);
    assertThat(factors.get("exposure")).containsEntry("population", ofPopulation);
    assertThat(runs).isEqualTo(new WeightVariation(0.2, 3, 7).runs(NAMES));
    assertThat(runs).isNotEqualTo(new WeightVariation(0.2, 3, 8).runs(NAMES));
  }

  @Test
  void randomFactorsStayWithinTheShareAndWeightsSumToOne() {
    for (WeightRun run : new WeightVariation(0.2, 500, 1).runs(NAMES)) {
      run.factors()
          .values()
          .forEach(own -> assertThat(own.values()).allMatch(f -> f >= 0.8 && f <= 1.2));
      double sum =
          run.apply("exposure", weights()).values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void aShareOfZeroChangesNoWeight() {
    for (WeightRun run : new WeightVariation(0, 20, 1).runs(NAMES)) {
      assertThat(run.apply("exposure", weights())).isEqualTo(weights());
    }
  }

  @Test
  void aShareOfOneAndNoRunAreRefused() {
    assertThatThrownBy(() -> new WeightVariation(1, 10, 1)).hasMessageContaining("share");
    assertThatThrownBy(() -> new WeightVariation(0.2, 0, 1)).hasMessageContaining("runs");
  }

  @Test
  void stabilityCountsRunsWithTheSameALowerAndAHigherGrade() {
    GradeStability found = GradeStability.of(3, 3, 3, 2, 4, 3);
    assertThat(found.keptShare()).isEqualTo(0.6);
    assertThat(found.lowerShare()).isEqualTo(0.2);
    assertThat(found.higherShare()).isEqualTo(0.2);
    assertThat(found.lowest()).isEqualTo(2);
    assertThat(found.highest()).isEqualTo(4);
  }
}
