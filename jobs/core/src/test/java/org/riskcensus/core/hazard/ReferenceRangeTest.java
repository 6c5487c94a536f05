package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReferenceRangeTest {

  @Test
  void aLinearRangeIsMinMaxKeptWithinItsEnds() {
    ReferenceRange range = ReferenceRange.linear(10, 60);
    assertThat(range.normalise(35)).isEqualTo(0.5);
    assertThat(range.normalise(0)).isZero();
    assertThat(range.normalise(99)).isEqualTo(1);
  }

  @Test
  void aLogarithmicRangeIsHalfwayAtTheGeometricMean() {
    ReferenceRange range = new ReferenceRange(10, 1000, ReferenceRange.Scale.LOG);
    assertThat(range.normalise(100)).isCloseTo(0.5, within(1e-12));
    assertThat(range.normalise(0)).isZero();
  }

  @Test
  void aCostCountsLessTheMoreThereIs() {
    assertThat(ReferenceRange.linear(10, 60).normaliseCost(20)).isCloseTo(0.8, within(1e-15));
  }

  @Test
  void aConstantColumnGivesZeroWhateverTheDirection() {
    ReferenceRange constant = ReferenceRange.linear(5, 5);
    assertThat(constant.isConstant()).isTrue();
    assertThat(constant.normalise(5)).isZero();
    assertThat(constant.normaliseCost(5)).isZero();
  }

  @Test
  void anEmptyRangeIsRefused() {
    assertThatThrownBy(() -> ReferenceRange.linear(2, 1)).hasMessageContaining("min ≤ max");
    assertThatThrownBy(() -> new ReferenceRange(0, 1, ReferenceRange.Scale.LOG))
        .hasMessageContaining("above 0");
  }
}
