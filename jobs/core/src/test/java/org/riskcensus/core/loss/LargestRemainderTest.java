package org.riskcensus.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

  @Test
  void threeThirdsOfAHundredAddUp() {
    assertThat(LargestRemainder.round(new double[] {1, 1, 1}, 100)).containsExactly(34, 33, 33);
  }

  @Test
  void theLargestRemaindersGetWhatIsLeft() {
    // quotas 47.0, 16.0, 15.9, 12.0, 6.1, 3.0: 99 whole, one left for the third
    double[] quantities = {47_000, 16_000, 15_900, 12_000, 6_100, 3_000};
    assertThat(LargestRemainder.round(quantities, 100)).containsExactly(47, 16, 16, 12, 6, 3);
  }

  @Test
  void partsAlwaysAddUpAndStayWithinOneOfTheirQuota() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      double[] quantities = random.doubles(1 + random.nextInt(20), 0, 1000).toArray();
      quantities[0] += 1;
      double sum = Arrays.stream(quantities).sum();
      long whole = random.nextInt(2000);
      long[] parts = LargestRemainder.round(quantities, whole);
      assertThat(Arrays.stream(parts).sum()).isEqualTo(whole);
      for (int i = 0; i < parts.length; i++) {
        assertThat(Math.abs(parts[i] - quantities[i] / sum * whole)).isLessThan(1);
      }
    }
  }

  @Test
  void zerosGetNothingAndNothingCannotBeShared() {
    assertThat(LargestRemainder.round(new double[] {0, 5}, 3)).containsExactly(0, 3);
    assertThatThrownBy(() -> LargestRemainder.round(new double[] {0, 0}, 3))
        .hasMessageContaining("zero");
  }
}
