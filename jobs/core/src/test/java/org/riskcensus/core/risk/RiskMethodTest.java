package org.riskcensus.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.hazard.ReferenceRange;

class RiskMethodTest {

  private static final LevelBreaks BREAKS = new LevelBreaks(List.of(0.1, 0.2, 0.3));
  private static final RiskMethod METHOD =
      new RiskMethod(
          Map.of("flood", 0.4, "geohazard", 0.1, "reed_fire", 0.5), BREAKS, BREAKS, 0, 0);

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

  @Test
  void weightsAreRenormalisedOverTheHazardsOfTheCounty() {
    assertThat(METHOD.comprehensive(Map.of("flood", 0.5), List.of("flood", "geohazard")))
        .isCloseTo(0.4, within(1e-15));
    assertThat(METHOD.comprehensive(Map.of("flood", 0.5), List.of("flood"))).isEqualTo(0.5);
    assertThat(METHOD.comprehensive(Map.of(), List.of())).isZero();
  }

  @Test
  void exposureIsTheWeightedMeanOfNormalisedDensities() {
    ExposureMethod method =
        new ExposureMethod(
            List.of(
                new ExposureMethod.Component(
                    Exposure.POPULATION, 0.75, ReferenceRange.linear(0, 1000)),
                new ExposureMethod.Component(Exposure.GDP, 0.25, ReferenceRange.linear(0, 100))));
    // 20 persons on 40,000 m² are 500 per km²; 8 units of GDP are 200 per km², above the range
    assertThat(method.index(new double[] {20, 8}, 40_000)).isCloseTo(0.625, within(1e-15));
  }

  @Test
  void vulnerabilityJoinsStructureAndAge() {
    VulnerabilityMethod method =
        new VulnerabilityMethod(
            Map.of("adobe", 1.0, "reinforced_concrete", 0.2),
            List.of(0.2, 0.6, 1.0),
            List.of(10, 40),
            0.5,
            0.75,
            0.5);
    assertThat(method.index("adobe", 1985, 2025)).isEqualTo(1.0);
    assertThat(method.index("adobe", 1986, 2025)).isCloseTo(0.9, within(1e-15));
    assertThat(method.index("reinforced_concrete", null, 2025)).isCloseTo(0.275, within(1e-15));
  }

  @Test
  void capacityIsTheWeightedMeanOfNormalisedRatios() {
    CapacityMethod method =
        new CapacityMethod(
            List.of(
                new CapacityMethod.Component(
                    CapacityMethod.Resource.SHELTER_AREA,
                    CapacityMethod.Grain.TOWNSHIP,
                    0.5,
                    ReferenceRange.linear(0, 2)),
                new CapacityMethod.Component(
                    CapacityMethod.Resource.OFFICERS,
                    CapacityMethod.Grain.TOWNSHIP,
                    0.5,
                    ReferenceRange.linear(0, 2))));
    assertThat(method.index(new double[] {1, 4})).isCloseTo(0.75, within(1e-15));
  }
}
