package org.riskcensus.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorTallyTest {

  private static final InspectionLimits LIMITS = new InspectionLimits(0.05, 0.1);

  private static ErrorTally tally(int right, int wrong, int unverifiable) {
    ErrorTally tally = new ErrorTally();
    for (int i = 0; i < right; i++) {
      tally.add(ItemVerdict.RIGHT, 1);
    }
    for (int i = 0; i < wrong; i++) {
      tally.add(ItemVerdict.WRONG, 1);
    }
    for (int i = 0; i < unverifiable; i++) {
      tally.add(ItemVerdict.UNVERIFIABLE, 1);
    }
    return tally;
  }

  @Test
  void thePublishedInspectionOf649IndicatorsWith25ErrorsHasARateOf385AndPasses() {
    ErrorTally published = tally(649 - 25, 25, 0);
    assertThat(published.items()).isEqualTo(649);
    assertThat(100 * published.errorRate()).isCloseTo(3.85, within(0.005));
    assertThat(LIMITS.judge(published)).isEqualTo(Acceptance.PASSED);
  }

  @Test
  void thePublishedRateOf291OverThe854ObjectsPasses() {
    assertThat(LIMITS.judge(0.0291)).isEqualTo(Acceptance.PASSED);
    assertThat(Math.round(0.0291 * 854))
        .as("25 of 854 objects would be 2.93 %: the rate published is not a share of objects")
        .isEqualTo(25);
    assertThat(100 * 25.0 / 854).isCloseTo(2.93, within(0.005));
  }

  @Test
  void theLimitItselfStillPasses() {
    assertThat(LIMITS.judge(tally(95, 5, 0))).isEqualTo(Acceptance.PASSED);
    assertThat(LIMITS.judge(tally(94, 6, 0))).isEqualTo(Acceptance.FAILED);
  }

  @Test
  void weightsAreThoseOfTheWrongOverThoseOfTheVerified() {
    ErrorTally tally = new ErrorTally();
    tally.add(ItemVerdict.RIGHT, 3);
    tally.add(ItemVerdict.RIGHT, 3);
    tally.add(ItemVerdict.WRONG, 2);
    tally.add(ItemVerdict.UNVERIFIABLE, 100);
    assertThat(tally.weightedErrorRate()).isEqualTo(0.25);
    assertThat(tally.errorRate()).isCloseTo(1 / 3.0, within(1e-15));
  }

  @Test
  void equalWeightsGiveThePlainRate() {
    ErrorTally tally = tally(40, 3, 2);
    assertThat(tally.weightedErrorRate()).isEqualTo(tally.errorRate());
  }

  @Test
  void fewErrorsInWhatMattersFailByTheirWeight() {
    ErrorTally tally = tally(98, 0, 0);
    tally.add(ItemVerdict.WRONG, 10);
    assertThat(tally.errorRate()).isLessThan(0.05);
    assertThat(LIMITS.judge(tally)).isEqualTo(Acceptance.FAILED);
  }

  @Test
  void whatCannotBeVerifiedIsNoWayOut() {
    assertThat(LIMITS.judge(tally(90, 0, 10))).isEqualTo(Acceptance.PASSED);
    assertThat(LIMITS.judge(tally(89, 0, 11))).isEqualTo(Acceptance.UNDECIDED);
    assertThat(LIMITS.judge(tally(0, 0, 0))).isEqualTo(Acceptance.UNDECIDED);
  }

  @Test
  void weightsWithoutMeaningAreRefused() {
    ErrorTally tally = new ErrorTally();
    assertThatThrownBy(() -> tally.add(ItemVerdict.RIGHT, 0)).hasMessageContaining("above zero");
    assertThatThrownBy(() -> tally.add(ItemVerdict.RIGHT, Double.NaN))
        .hasMessageContaining("above zero");
  }

  @Test
  void verdictsAreReadAsWordOrCode() {
    assertThat(ItemVerdict.find(" 错误 ")).contains(ItemVerdict.WRONG);
    assertThat(ItemVerdict.find("Right")).contains(ItemVerdict.RIGHT);
    assertThat(ItemVerdict.find("对")).isEmpty();
  }
}
