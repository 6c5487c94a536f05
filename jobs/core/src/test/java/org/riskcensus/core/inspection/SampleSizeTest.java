package org.riskcensus.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SampleSizeTest {

  private static final SampleSize TENTH = new SampleSize(0.1, 3, 50);

  @Test
  void theShareIsRoundedUpWithinLimits() {
    assertThat(TENTH.of(30)).as("exactly a tenth").isEqualTo(3);
    assertThat(TENTH.of(31)).isEqualTo(4);
    assertThat(TENTH.of(12)).as("no fewer than the least").isEqualTo(3);
    assertThat(TENTH.of(9_999)).as("no more than the most").isEqualTo(50);
    assertThat(TENTH.of(2)).as("no more than there are").isEqualTo(2);
    assertThat(TENTH.of(0)).isZero();
  }

  @Test
  void moreObjectsNeverMeanFewerDrawn() {
    for (long n = 0; n < 2_000; n++) {
      assertThat(TENTH.of(n + 1)).isGreaterThanOrEqualTo(TENTH.of(n));
    }
  }

  @Test
  void impossibleLimitsAreRefused() {
    assertThatThrownBy(() -> new SampleSize(0, 1, 5)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new SampleSize(1.5, 1, 5)).hasMessageContaining("up to 1");
    assertThatThrownBy(() -> new SampleSize(0.1, 6, 5)).hasMessageContaining("least <= most");
  }
}
