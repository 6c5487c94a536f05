package org.riskcensus.pipeline.job.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LossFiguresTest {

  private static LossFigures report() {
    return LossFigures.none()
        .count("deaths", 2)
        .count("relocated_concentrated", 7)
        .count("relocated_dispersed", 10)
        .hectares("crop_affected_ha", 12.39)
        .wan("loss_housing_wan", 1.119)
        .wan("loss_agriculture_wan", 2.5)
        .summed();
  }

  @Test
  void sumsAreTheSumsOfTheRoundedParts() {
    assertThat(report().values())
        .containsEntry("relocated", BigDecimal.valueOf(17))
        .containsEntry("crop_affected_ha", new BigDecimal("12.3"))
        .containsEntry("direct_loss_wan", new BigDecimal("3.61"));
  }

  @Test
  void aShareOfAReportStillAddsUpAndCountsTheDeadInFull() {
    assertThat(report().times(0.5).values())
        .containsEntry("deaths", BigDecimal.valueOf(2))
        .containsEntry("relocated", BigDecimal.valueOf(8))
        .containsEntry("direct_loss_wan", new BigDecimal("1.80"));
  }

  @Test
  void whatNobodyReportedStaysUnreported() {
    assertThat(report().plus(LossFigures.none()).values()).doesNotContainKey("injured");
    assertThat(report().plus(report()).values()).containsEntry("deaths", BigDecimal.valueOf(4));
  }
}
