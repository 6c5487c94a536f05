package org.riskcensus.pipeline.job.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.core.classify.Distribution;

class RiskLevelsTest {

  /** By hand: ninety of 0.01 and ten of 0.41 have mean 0.05 and deviation 0.12. */
  private static final SortedMap<Double, Long> SKEWED = new TreeMap<>(Map.of(0.01, 90L, 0.41, 10L));

  @Test
  void aBreakBelowZeroLeavesWhatHasNoRiskAtTheLowestLevel() {
    BreakRule rule = new BreakRule.MeanDeviation(List.of(-1.0, 0.0, 1.0));
    assertThat(rule.breaks(Distribution.of(SKEWED)).get(0)).isNegative();

    RiskLevels.Breaks breaks = RiskLevels.fit(rule, SKEWED);

    assertThat(breaks.levels().levelOf(0)).isEqualTo(1);
    assertThat(breaks.levels().levelOf(0.01)).isEqualTo(2);
    assertThat(breaks.levels().levelOf(0.41)).isEqualTo(4);
  }

  /** Risks below half a step are counted as 0. */
  @Test
  void aBreakAtZeroDoesToo() {
    BreakRule rule = new BreakRule.Percentiles(List.of(50.0, 80.0, 90.0));
    RiskLevels.Breaks breaks = RiskLevels.fit(rule, new TreeMap<>(Map.of(0.0, 9L, 0.2, 1L)));
    assertThat(breaks.levels().levelOf(0)).isEqualTo(1);
  }
}
