package org.riskcensus.core.zoning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneRuleTest {

  private static final ZoneRule RULE = new ZoneRule(0.35, 3, 4);

  @ParameterizedTest
  @CsvSource({
    "4, 0.9, 0, KEY",
    "3, 0.34, 0, KEY",
    "3, 0.35, 2, SECONDARY",
    "3, 0.9, 3, KEY",
    "2, 0.34, 4, SECONDARY",
    "2, 0.35, 4, GENERAL",
    "1, 0.0, 4, GENERAL"
  })
  void theClassFollowsRiskThenCapacityThenDanger(
      int level, double capacity, int danger, ZoneClass zone) {
    assertThat(RULE.classify(level, capacity, danger)).isEqualTo(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 0.1, 4, HIGH_RISK",
    "3, 0.34, 3, RATHER_HIGH_LOW_CAPACITY",
    "3, 0.35, 3, RATHER_HIGH_GRAVE_DANGER",
    "3, 0.35, 2, RATHER_HIGH",
    "2, 0.34, 0, MEDIUM_LOW_CAPACITY",
    "2, 0.35, 4, MEDIUM",
    "1, 0.0, 4, LOW"
  })
  void theFirstReasonThatHoldsIsTold(int level, double capacity, int danger, ZoneReason reason) {
    assertThat(RULE.reason(level, capacity, danger)).isEqualTo(reason);
  }

  @Test
  void ofFiveLevelsTheThreeHighestCountAsTheyDoOfFour() {
    ZoneRule five = new ZoneRule(0.35, 3, 5);
    for (int level = 2; level <= 4; level++) {
      assertThat(five.reason(level + 1, 0.2, 0)).isEqualTo(RULE.reason(level, 0.2, 0));
    }
    assertThat(five.reason(2, 0.2, 0)).isEqualTo(ZoneReason.LOW);
    assertThat(five.reason(1, 0.2, 0)).isEqualTo(ZoneReason.LOW);
  }
}
