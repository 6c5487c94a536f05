package org.riskcensus.core.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiTargetTest {

  @ParameterizedTest(name = "{1} {0} 1 is {2}")
  @CsvSource({
    "<=, 1.0, MET", "<=, 1.001, MISSED", "<, 0.999, MET", "<, 1.0, MISSED",
    ">=, 1.0, MET", ">=, 0.999, MISSED", ">, 1.001, MET", ">, 1.0, MISSED"
  })
  void targetIsMetByItsOwnComparator(String symbol, double value, KpiStatus status) {
    KpiTarget target = target(KpiComparator.find(symbol).orElseThrow(), 1.0);
    assertThat(target.judge(value, "").status()).isEqualTo(status);
  }

  @Test
  void valueAtTheTargetIsNotOffItByFloatingPoint() {
    // 0.1 + 0.2 is not 0.3 in binary
    KpiTarget target = target(KpiComparator.AT_MOST, 0.3);
    assertThat(target.judge(0.1 + 0.2, "").status()).isEqualTo(KpiStatus.MET);
    assertThat(target.judge(0.1 + 0.2, "").value()).isEqualTo(0.3);
  }

  @Test
  void unreadableTargetKeepsTheValueAndJudgesNothing() {
    KpiResult result = target(KpiComparator.AT_MOST, null).judge(0.4, "");
    assertThat(result.value()).isEqualTo(0.4);
    assertThat(result.status()).isEqualTo(KpiStatus.NOT_COMPUTABLE);
    assertThat(result.reason()).contains("05‰");
  }

  @Test
  void missingValueGivesItsReason() {
    KpiResult result = target(KpiComparator.AT_MOST, 1.0).notComputable("no yearbook");
    assertThat(result.value()).isNull();
    assertThat(result.status().code()).isEqualTo("not_computable");
    assertThat(result.reason()).isEqualTo("no yearbook");
  }

  @Test
  void everySymbolFindsItsComparatorAndNothingElseDoes() {
    assertThat(Stream.of(KpiComparator.values()))
        .allSatisfy(each -> assertThat(KpiComparator.find(each.symbol())).contains(each));
    assertThat(KpiComparator.find("≤")).isEmpty();
  }

  private static KpiTarget target(KpiComparator comparator, @Nullable Double target) {
    return new KpiTarget(
        "J",
        "forest_damage_rate",
        "森林火灾受害率",
        comparator,
        target,
        "05‰",
        "‰",
        1000,
        2025,
        null,
        "damaged forest / forest × 1000",
        "[S]",
        "probably 0.5‰");
  }
}
