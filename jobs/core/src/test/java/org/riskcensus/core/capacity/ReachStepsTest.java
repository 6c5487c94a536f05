package org.riskcensus.core.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReachStepsTest {

  private static final ReachSteps STEPS =
      new ReachSteps(List.of(100.0, 2000.0, 10_000.0), List.of(500.0, 1000.0, 1000.0));

  @Test
  void facilityReachesAsFarAsTheHighestStepItComesUpTo() {
    assertThat(STEPS.metres(1999.9)).isEqualTo(500);
    assertThat(STEPS.metres(2000)).isEqualTo(1000);
    assertThat(STEPS.metres(1e9)).isEqualTo(1000);
  }

  @Test
  void facilityBelowTheFirstStepReachesNobody() {
    assertThat(STEPS.metres(99)).isZero();
  }

  @Test
  void reachNeverFallsWithSize() {
    for (int size = 0; size < 12_000; size += 50) {
      assertThat(STEPS.metres(size + 50)).isGreaterThanOrEqualTo(STEPS.metres(size));
    }
  }

  @Test
  void stepsOutOfOrderAreRefused() {
    assertThatThrownBy(() -> new ReachSteps(List.of(0.0, 0.0), List.of(1.0, 2.0)))
        .hasMessageContaining("ascend");
    assertThatThrownBy(() -> new ReachSteps(List.of(0.0, 5.0), List.of(2.0, 1.0)))
        .hasMessageContaining("not fall");
    assertThatThrownBy(() -> new ReachSteps(List.of(), List.of())).hasMessageContaining("step");
  }
}
