package org.riskcensus.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExceedanceTest {
  private static final Exceedance CURVE =
      Exceedance.of(Map.of(2021, 30.0, 2022, 0.0, 2023, 90.0, 2024, 30.0));

  @Test
  void ranksHaveWeibullProbabilities() {
    assertThat(CURVE.points())
        .extracting(p -> p.year() + " " + p.loss() + " " + p.probability())
        .containsExactly("2023 90.0 0.2", "2021 30.0 0.4", "2024 30.0 0.6", "2022 0.0 0.8");
  }

  @Test
  void lossOfAReturnPeriodLiesBetweenItsRanks() {
    assertThat(CURVE.findLoss(5)).hasValue(90);
    assertThat(CURVE.findLoss(2)).hasValue(30);
    // between T = 2.5 (30) and 5 (90): half way in ln T at √12.5
    assertThat(CURVE.findLoss(Math.sqrt(12.5)).orElseThrow()).isCloseTo(60, within(1e-9));
  }

  @Test
  void fewYearsCarryNoLongReturnPeriod() {
    assertThat(CURVE.findLoss(5.1)).isEmpty();
    assertThat(CURVE.findLoss(1.2)).isEmpty();
    assertThat(Exceedance.of(Map.of()).findLoss(2)).isEmpty();
  }

  @Test
  void lossNeverFallsWithTheReturnPeriod() {
    double before = 0;
    for (double t = 1.25; t <= 5; t += 0.05) {
      double loss = CURVE.findLoss(t).orElseThrow();
      assertThat(loss).isGreaterThanOrEqualTo(before);
      before = loss;
    }
  }

  @Test
  void intervalOfTheLargestIsClosedForm() {
    // P(p ≤ x) = 1 − (1 − x)^n for the largest of n
    Interval interval = Exceedance.interval(1, 10, 0.9);
    assertThat(interval.lower()).isCloseTo(1 - Math.pow(0.95, 0.1), within(1e-9));
    assertThat(interval.upper()).isCloseTo(1 - Math.pow(0.05, 0.1), within(1e-9));
  }

  @Test
  void intervalsMirrorEachOther() {
    Interval low = Exceedance.interval(3, 11, 0.9);
    Interval high = Exceedance.interval(9, 11, 0.9);
    assertThat(low.lower()).isCloseTo(1 - high.upper(), within(1e-9));
    assertThat(low.upper()).isCloseTo(1 - high.lower(), within(1e-9));
  }
}
