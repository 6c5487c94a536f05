package org.riskcensus.formats.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void stepsAreRoundAndFewAndReachTheTop() {
    for (double top : new double[] {0.003, 0.7, 1, 9.99, 10, 4394.77, 45109, 99_999_999}) {
      Axis axis = Axis.upTo(top);
      assertThat(axis.end()).as("end for " + top).isGreaterThanOrEqualTo(top * (1 - 1e-9));
      assertThat(axis.end()).as("end for " + top).isLessThan(top * 2.01);
      assertThat(axis.ticks()).as("ticks for " + top).isBetween(2, 6);
    }
  }

  @Test
  void labelsHaveNoUselessZeros() {
    assertThat(Axis.upTo(4394.77).label(1)).isEqualTo("1,000");
    assertThat(Axis.upTo(0.7).label(1)).isEqualTo("0.2");
  }

  @Test
  void nothingButZerosStillHasAnAxis() {
    assertThat(Axis.upTo(0).end()).isEqualTo(1);
  }
}
