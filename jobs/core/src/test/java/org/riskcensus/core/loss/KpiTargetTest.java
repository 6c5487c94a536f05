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
    assertThat(target.judge("2024", value, "").status()).isEqualTo(status);
  }

  @Test
  void valueAtTheTargetIsNotOffItByFloatingPoint() {
    // 0.1 + 0.2 is not 0.3 in binary
    KpiTarget target = target(KpiComparator.AT_MOST, 0.3);
    assertThat(target.judge("2024", 0.1 + 0.2, "").status()).isEqualTo(KpiStatus.MET);
    assertThat(target.judge("2024", 0.1 + 0.2, "").value()).isEqualTo(0.3);
  }

  @Test
  void unreadableTargetKeepsTheValueAndJudgesNothing() {
    KpiResult result = target(KpiComparator.AT_MOST, null).judge("2024", 0.4, "");
    assertThat(result.value()).isEqualTo(0.4);
    assertThat(result.status()).isEqualTo(KpiStatus.NOT_COMPUTABLE);
    assertThat(result.reason()).contains("05‰").contains("probably 0.5‰");
  }

  @Test
  void everySymbolFindsItsComparatorAndNothingElseDoes() {
    assertThat(Stream.of(KpiComparator.values()))
        .allSatisfy(each -> assertThat(KpiComparator.find(each.symbol())).contains(each));
    assertThat(KpiComparator.find("≤")).isEmpty();
  }

  private static KpiTarget target(KpiComparator comparator, @Nullable Double target) {
    KpiMeasure measure =
        new KpiMeasure(
            KpiMeasure.Kind.MEAN_OF_RATIOS, KpiFigure.FOREST_DAMAGED_HA, KpiFigure.FOREST_HA, "");
    KpiIndicator indicator =
        new KpiIndicator(
            "forest_damage_permille", "森林火灾受害率", "Forest damaged by fire", "‰", 1000, "", measure);
    return new KpiTarget(
        "J", indicator, comparator, target, "05‰", "05‰", 2025, null, "[S]", "probably 0.5‰");
  }
}
