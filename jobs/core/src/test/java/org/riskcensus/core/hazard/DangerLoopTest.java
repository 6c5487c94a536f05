package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.hazard.DangerLoop.Flaw;

class DangerLoopTest {

  private static final DangerLoop LOOP = new DangerLoop(List.of("open", "rectified", "closed"));
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

  @Test
  void aStateGoesForwardOrStays() {
    assertThat(LOOP.wentBack("rectified", "open")).isTrue();
    assertThat(LOOP.wentBack("closed", "rectified")).isTrue();
    assertThat(LOOP.wentBack("open", "closed")).isFalse();
    assertThat(LOOP.wentBack("open", "open")).isFalse();
  }

  @Test
  void whatIsNotKnownDidNotGoBack() {
    assertThat(LOOP.wentBack(null, "open")).isFalse();
    assertThat(LOOP.wentBack("closed", null)).isFalse();
    assertThat(LOOP.wentBack("closed", "shelved")).isFalse();
  }

  @Test
  void aDangerIsClosedAfterItWasRectified() {
    assertThat(LOOP.isClosedUnrectified("closed", JUNE, JULY)).isFalse();
    assertThat(LOOP.isClosedUnrectified("closed", JUNE, JUNE)).isFalse();
    assertThat(LOOP.isClosedUnrectified("closed", JULY, JUNE)).isTrue();
    assertThat(LOOP.isClosedUnrectified("closed", null, null)).isTrue();
    assertThat(LOOP.isClosedUnrectified("open", null, JULY)).as("closed by its day").isTrue();
    assertThat(LOOP.isClosedUnrectified("open", null, null)).isFalse();
  }

  @Test
  void goingBackComesBeforeDaysLeftOverFromTheLoopBefore() {
    assertThat(LOOP.findFlaw("closed", "open", null, JUNE)).contains(Flaw.STATUS_BACKWARDS);
    assertThat(LOOP.findFlaw("open", "open", null, JUNE)).contains(Flaw.CLOSED_UNRECTIFIED);
    assertThat(LOOP.findFlaw("open", "closed", JUNE, JULY)).isEmpty();
  }
}
