package org.riskcensus.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.hazard.ReferenceRange;
import org.riskcensus.core.weighting.Weighting;

class RiskMethodTest {

  @Test
  void riskIsTheProductOfItsFactors() {
    assertThat(RiskMethod.risk(0.8, 0.5, 0.5, 0.25)).isCloseTo(0.15, within(1e-15));
  }

  @Test
  void riskGrowsWithHazardExposureAndVulnerabilityAndFallsWithCapacity() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      double h = random.nextDouble();
      double e = random.nextDouble();
      double v = random.nextDouble();
      double c = random.nextDouble();
      double more = 1e-3;
      double risk = RiskMethod.risk(h, e, v, c);
      assertThat(RiskMethod.risk(h + more, e, v, c)).isGreaterThanOrEqualTo(risk);
      assertThat(RiskMethod.risk(h, e + more, v, c)).isGreaterThanOrEqualTo(risk);
      assertThat(RiskMethod.risk(h, e, v + more, c)).isGreaterThanOrEqualTo(risk);
      assertThat(RiskMethod.risk(h, e, v, c + more)).isLessThanOrEqualTo(risk);
    }
  }

  private static Weighting weights(Object... codesAndWeights) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (int i = 0; i < codesAndWeights.length; i += 2) {
      weights.put((String) codesAndWeights[i], (Double) codesAndWeights[i + 1]);
    }
    return Weighting.given(weights);
  }

  @Test
  void exposureIsTheWeightedMeanOfNormalisedDensities() {
    ExposureMethod method =
        new ExposureMethod(
            List.of(
                new ExposureMethod.Component(Exposure.POPULATION, ReferenceRange.linear(0, 1000)),
                new ExposureMethod.Component(Exposure.GDP, ReferenceRange.linear(0, 100))),
            weights("population", 0.75, "gdp_wan", 0.25));
    // 20 persons on 40,000 m² are 500 per km²; 8 units of GDP are 200 per km², above the range
    double[] normalised = method.normalised(new double[] {20, 8}, 40_000);
    assertThat(normalised).containsExactly(new double[] {0.5, 1}, within(1e-15));
    assertThat(method.index(normalised)).isCloseTo(0.625, within(1e-15));
  }

  @Test
  void anObservedRangeMustBeObservedFirst() {
    ExposureMethod open =
        new ExposureMethod(
            List.of(new ExposureMethod.Component(Exposure.GDP, null)), weights("gdp_wan", 1.0));
    assertThat(open.needsData()).isTrue();
    ExposureMethod fitted =
        open.fitted(List.of(ReferenceRange.linear(0, 100)), Map.of("gdp_wan", 1.0));
    assertThat(fitted.needsData()).isFalse();
    assertThat(fitted.normalised(new double[] {2}, 40_000)[0]).isCloseTo(0.5, within(1e-15));
  }

  private static VulnerabilityMethod vulnerability() {
    return new VulnerabilityMethod(
        Map.of("adobe", 1.0, "reinforced_concrete", 0.2),
        List.of(0.2, 0.6, 1.0),
        List.of(10, 40),
        0.5,
        ReferenceRange.linear(0.2, 0.6),
        weights("structure", 0.6, "age", 0.2, "dependants", 0.2),
        0.5);
  }

  @Test
  void structureAndAgeOfABuildingAreScored() {
    assertThat(vulnerability().structureScore("adobe")).isEqualTo(1.0);
    assertThat(vulnerability().ageScore(1985, 2025)).isEqualTo(1.0);
    assertThat(vulnerability().ageScore(1986, 2025)).isEqualTo(0.6);
    assertThat(vulnerability().ageScore(null, 2025)).isEqualTo(0.5);
  }

  @Test
  void vulnerabilityJoinsStructureAgeAndDependants() {
    VulnerabilityMethod method = vulnerability();
    @Nullable Double[] normalised = method.normalised(0.5, 0.7, 0.5);
    // a share of 0.5 lies at 3/4 of 0.2 to 0.6
    assertThat(normalised[2]).isCloseTo(0.75, within(1e-15));
    assertThat(method.index(normalised))
        .isCloseTo(0.6 * 0.5 + 0.2 * 0.7 + 0.2 * 0.75, within(1e-15));
  }

  @Test
  void whatIsNotKnownOfVulnerabilityLeavesWithItsWeight() {
    VulnerabilityMethod method = vulnerability();
    assertThat(method.index(0.5, 0.7, null)).isCloseTo(0.75 * 0.5 + 0.25 * 0.7, within(1e-15));
    assertThat(method.index(null, null, null)).isEqualTo(0.5);
  }

  @Test
  void capacityIsTheWeightedMeanOfNormalisedRatios() {
    CapacityMethod method =
        new CapacityMethod(
            List.of(
                new CapacityMethod.Component(
                    CapacityMethod.Resource.SHELTER_AREA,
                    CapacityMethod.Grain.TOWNSHIP,
                    ReferenceRange.linear(0, 2)),
                new CapacityMethod.Component(
                    CapacityMethod.Resource.OFFICERS,
                    CapacityMethod.Grain.TOWNSHIP,
                    ReferenceRange.linear(0, 2))),
            weights("shelter_area", 0.5, "officers", 0.5));
    assertThat(method.index(new double[] {1, 4})).isCloseTo(0.75, within(1e-15));
  }
}
