package org.riskcensus.core.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnualLossTest {

  private static final List<Double> YEARS = List.of(10.0, 50.0, 100.0);

  private static double trapezoid(BelowFirst below, double... losses) {
    return AnnualLoss.of(YEARS, Integration.TRAPEZOID, below).of(losses);
  }

  private static double logLinear(List<Double> years, double... losses) {
    return AnnualLoss.of(years, Integration.LOG_LINEAR, BelowFirst.ZERO).of(losses);
  }

  /** 0.08 (10 + 50)/2 + 0.01 (50 + 90)/2 + 90/100 = 2.4 + 0.7 + 0.9. */
  @Test
  void trapezoidWorkedByHand() {
    assertThat(trapezoid(BelowFirst.ZERO, 10, 50, 90)).isCloseTo(4.0, within(1e-12));
  }

  /** Events between once a year and once in ten years cost 10: 0.9 × 10 more. */
  @Test
  void belowTheFirstReturnPeriodConstantOrNothing() {
    assertThat(trapezoid(BelowFirst.CONSTANT, 10, 50, 90)).isCloseTo(13.0, within(1e-12));
    AnnualLoss often = AnnualLoss.of(List.of(0.5, 1.0), Integration.TRAPEZOID, BelowFirst.CONSTANT);
    assertThat(often.of(7, 7)).isCloseTo(14, within(1e-12));
  }

  /**
   * One interval, T = 1 to e, L = 0 to 1: L = ln T = −ln f, and ∫ −ln f df from 1/e to 1 is [f − f
   * ln f] = 1 − 2/e; then 1 · 1/e beyond.
   */
  @Test
  void logLinearWorkedByHand() {
    assertThat(logLinear(List.of(1.0, Math.E), 0, 1)).isCloseTo(1 - 1 / Math.E, within(1e-12));
  }

  @Test
  void logLinearIsTheIntegralOfALossLinearInTheLogarithmOfTheReturnPeriod() {
    double sum = 0;
    int steps = 1_000_000;
    double width = (0.1 - 0.02) / steps;
    for (int i = 0; i < steps; i++) {
      double years = 1 / (0.02 + (i + 0.5) * width);
      sum += width * (10 + 40 * Math.log(years / 10) / Math.log(5));
    }
    assertThat(logLinear(List.of(10.0, 50.0), 10, 50)).isCloseTo(sum + 50 / 50.0, within(1e-8));
  }

  /** Losses of object 3 of the Delft-FIAT test case, whose published EAD is 1022.47. */
  @Test
  void thePublishedAnnualLoss() {
    assertThat(logLinear(List.of(2.0, 5.0, 10.0, 25.0), 1789.2, 2124, 2226, 2280))
        .isCloseTo(1022.47, within(0.005));
  }

  @ParameterizedTest
  @EnumSource(Integration.class)
  void equalLossesAreIntegratedAlikeByAllRules(Integration rule) {
    AnnualLoss annual = AnnualLoss.of(YEARS, rule, BelowFirst.ZERO);
    assertThat(annual.of(8, 8, 8)).isCloseTo(8 / 10.0, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(Integration.class)
  void oneReturnPeriodIsItsLossTimesItsFrequency(Integration rule) {
    assertThat(AnnualLoss.of(List.of(20.0), rule, BelowFirst.ZERO).of(60)).isEqualTo(3);
    assertThat(AnnualLoss.of(List.of(20.0), rule, BelowFirst.CONSTANT).of(60)).isEqualTo(60);
  }

  @ParameterizedTest
  @EnumSource(Integration.class)
  void growsWithEachLossAndAddsUp(Integration rule) {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      double first = 0.5 + 9 * random.nextDouble();
      List<Double> years = List.of(first, first * (1 + random.nextDouble()) + 1e-3, first * 40);
      AnnualLoss annual = AnnualLoss.of(years, rule, BelowFirst.ZERO);
      double[] a = random.doubles(3, 0, 1000).toArray();
      double[] b = random.doubles(3, 0, 1000).toArray();
      double[] sum = {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
      assertThat(annual.of(sum)).isCloseTo(annual.of(a) + annual.of(b), within(1e-9));
      assertThat(annual.of(sum)).isGreaterThanOrEqualTo(annual.of(a));
    }
  }

  @Test
  void returnPeriodsMustBePositiveAndAscend() {
    for (List<Double> years :
        List.of(
            List.<Double>of(),
            List.of(0.0),
            List.of(-5.0, 2.0),
            List.of(10.0, 5.0),
            List.of(5.0, 5.0),
            List.of(Double.NaN))) {
      assertThatThrownBy(() -> AnnualLoss.of(years, Integration.TRAPEZOID, BelowFirst.ZERO))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
