package org.riskcensus.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GradeRuleTest {

  private static final GradeRule RULE = new GradeRule(0.05);

  /** By hand: 4 of 100 are level 4, below 5; with level 3 it is 5, which suffices. */
  @Test
  void theGradeIsTheHighestLevelThatCoversEnoughWithThoseAboveIt() {
    assertThat(RULE.grade(50, 35, 10, 1, 4)).isEqualTo(3);
    assertThat(RULE.grade(50, 35, 10, 0, 5)).isEqualTo(4);
  }

  @Test
  void aUnitOutOfReachHasTheLowestGrade() {
    assertThat(RULE.grade(100, 0, 0, 0, 0)).isEqualTo(1);
    assertThat(new GradeRule(0).grade(100, 0, 0, 0, 0)).isEqualTo(1);
  }

  @Test
  void thereMayBeFiveLevels() {
    assertThat(RULE.grade(0, 90, 0, 0, 0, 10)).isEqualTo(5);
  }

  /** In doubles 0.07 · 100 is above 7. */
  @Test
  void aLevelThatCoversJustTheShareCoversEnough() {
    assertThat(new GradeRule(0.07).grade(93, 0, 0, 0, 7)).isEqualTo(4);
    assertThat(new GradeRule(0.07).grade(93_000_001, 0, 0, 0, 7_000_000)).isEqualTo(1);
  }
}
