package org.riskcensus.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, 1, 0.9);

  @Test
  void intervalHoldsTheMeanAndStaysWithinTheValues() {
    Interval interval = BOOTSTRAP.ofMean(0, 0, 3, 5, 100, 2, 8, 1);
    assertThat(interval.lower()).isBetween(0.0, 119 / 8.0);
    assertThat(interval.upper()).isBetween(119 / 8.0, 100.0);
  }

  @Test
  void intervalOfEvenValuesIsNearTheNormalOne() {
    double[] values = new double[400];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2;
    }
    // standard error 0.5/20 = 0.025, times 1.645
    Interval interval = BOOTSTRAP.ofMean(values);
    assertThat(interval.lower()).isBetween(0.45, 0.467);
    assertThat(interval.upper()).isBetween(0.533, 0.55);
  }

  @Test
  void equalValuesHaveNoSpreadAndEqualCallsAgree() {
    assertThat(BOOTSTRAP.ofMean(4, 4, 4)).isEqualTo(new Interval(4, 4));
    assertThat(BOOTSTRAP.ofMean(1, 2, 9)).isEqualTo(BOOTSTRAP.ofMean(1, 2, 9));
  }

  @Test
  void oneValueHasNoInterval() {
    assertThatThrownBy(() -> BOOTSTRAP.ofMean(1)).isInstanceOf(IllegalArgumentException.class);
  }
}
