package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.method.FiveLevels;

class LevelHistoryTest {

  private static final LevelScale FOUR = LevelScale.ofProject();
  private static final LevelScale FIVE = FiveLevels.contracts().levels();

  @Test
  void levelsOfOneScaleRiseAndFall() {
    LevelHistory history = new LevelHistory(FOUR, FOUR, Words.in(Language.ZH));
    assertThat(history.of(3, 4)).isEqualTo("由较高风险升高");
    assertThat(history.of(3, 2)).isEqualTo("由较高风险降低");
    assertThat(history.of(3, 3)).isEqualTo("未变");
  }

  /** 4 is the highest of four and the second of five. */
  @Test
  void levelsOfTwoScalesAreToldByTheOlderNameAndNotCompared() {
    assertThat(new LevelHistory(FOUR, FIVE, Words.in(Language.ZH)).of(4, 4))
        .isEqualTo("不可比（分级不同，原为高风险）");
    assertThat(new LevelHistory(FIVE, FOUR, Words.in(Language.EN)).of(4, 1))
        .isEqualTo("not comparable (other levels; was rather high)");
  }
}
