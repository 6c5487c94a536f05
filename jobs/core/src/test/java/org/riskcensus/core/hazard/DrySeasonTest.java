package org.riskcensus.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrySeasonTest {

  private static final DrySeason WINTER = new DrySeason(11, 6);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11月至次年4月 | 11 | 6",
        "11-4月 | 11 | 6",
        "１１月 ～ 翌年４月 | 11 | 6",
        "每年11月到次年4月 | 11 | 6",
        "十一月至来年四月 | 11 | 6",
        "11月1日至次年4月30日 | 11 | 6",
        "11月中旬—次年4月底 | 11 | 6",
        "10月至12月 | 10 | 3",
        "11、12、1、2月 | 11 | 4",
        "11月、12月、1月 | 11 | 3",
        "十二月 | 12 | 1",
        "2月 | 2 | 1",
        "全年 | 1 | 12",
        "3月至次年2月 | 3 | 12"
      })
  void monthsAreReadAsPeopleFileThem(String filed, int first, int months) {
    assertThat(DrySeason.parse(filed)).contains(new DrySeason(first, months));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "冬春季",
        "枯水季",
        "13月至次年4月",
        "0月至4月",
        "11月至",
        "3月至次年4月",
        "1、3、5月",
        "11月或12月",
        "11月至次年4月至5月",
        "2025-11-01"
      })
  void whatTellsNoMonthsIsNotRead(String filed) {
    assertThat(DrySeason.parse(filed)).isEmpty();
  }

  @Test
  void aTextMadeToBeSlowIsRefusedAtOnce() {
    assertThat(DrySeason.parse("11月、".repeat(100_000))).isEmpty();
  }

  /** 16 January is 2 months and 15 days of 31 into a season of 6 months. */
  @Test
  void reedStandsUntilItIsCut() {
    assertThat(WINTER.standingShare(LocalDate.of(2025, 11, 1), 4)).isZero();
    assertThat(WINTER.standingShare(LocalDate.of(2025, 1, 1), 4)).isCloseTo(2.0 / 6, within(1e-12));
    assertThat(WINTER.standingShare(LocalDate.of(2025, 1, 16), 4))
        .isCloseTo((2 + 15.0 / 31) / 6, within(1e-12));
  }

  @Test
  void reedCutShortlyBeforeTheSeasonIsGoneAndReedCutEarlierHasGrownAgain() {
    assertThat(WINTER.standingShare(LocalDate.of(2025, 10, 31), 4)).isZero();
    assertThat(WINTER.standingShare(LocalDate.of(2025, 7, 2), 4)).isZero();
    assertThat(WINTER.standingShare(LocalDate.of(2025, 7, 1), 4)).isEqualTo(1);
    assertThat(WINTER.standingShare(LocalDate.of(2025, 5, 1), 4)).isEqualTo(1);
  }

  @Test
  void theLaterTheCutInTheSeasonTheLongerReedStands() {
    double before = 0;
    for (LocalDate day = LocalDate.of(2024, 11, 1);
        day.isBefore(LocalDate.of(2025, 5, 1));
        day = day.plusDays(1)) {
      double share = WINTER.standingShare(day, 4);
      assertThat(share).isBetween(before, 1.0);
      before = share;
    }
  }
}
