package org.riskcensus.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.statistics.RatioIndicator.Status;

class RatioIndicatorTest {
  private static final RatioIndicator B1 =
      new RatioIndicator(Map.of("injured", 1.0, "households", 2.5), "population", 100_000, "");

  @Test
  void termsAreWeighedAndScaled() {
    // (3 + 2.5·2) / 400,000 × 100,000
    RatioIndicator.Value value =
        B1.evaluate(Map.of("injured", 3, "households", 2, "population", 400_000));
    assertThat(value.value()).isEqualTo(2);
    assertThat(value.numerator()).isEqualTo(8);
    assertThat(value.status()).isEqualTo(Status.COMPUTED);
  }

  @Test
  void aMissingTermLeavesAPartialValueAndIsNamed() {
    Map<String, Number> figures = new HashMap<>(Map.of("injured", 4, "population", 400_000));
    figures.put("households", null);
    RatioIndicator.Value value = B1.evaluate(figures);
    assertThat(value.value()).isEqualTo(1);
    assertThat(value.status()).isEqualTo(Status.PARTIAL);
    assertThat(B1.reason(value)).isEqualTo("not reported: households");
  }

  @Test
  void noTermOrNoDenominatorIsNoValueAndZeroIsOne() {
    assertThat(B1.evaluate(Map.of("population", 10)).value()).isNull();
    assertThat(reason(B1, Map.of("injured", 1, "households", 0)))
        .isEqualTo("not reported: population");
    assertThat(B1.evaluate(Map.of("injured", 0, "households", 0, "population", 10)).value())
        .isEqualTo(0);
    assertThat(reason(B1, Map.of("injured", 1, "households", 0, "population", 0)))
        .isEqualTo("population is zero");
  }

  @Test
  void whatTheCensusDoesNotRecordIsSaidWithEveryValue() {
    RatioIndicator d1 = new RatioIndicator(Map.of("schools", 1.0), "", 1, "heritage");
    assertThat(d1.evaluate(Map.of("schools", 2)).status()).isEqualTo(Status.PARTIAL);
    assertThat(reason(d1, Map.of("schools", 2)))
        .isEqualTo("all terms reported; not recorded: heritage");
    RatioIndicator d6 = new RatioIndicator(Map.of(), "", 1, "disrupted lessons");
    assertThat(d6.evaluate(Map.of()).status()).isEqualTo(Status.NOT_COMPUTABLE);
  }

  private static String reason(RatioIndicator indicator, Map<String, ? extends Number> figures) {
    return indicator.reason(indicator.evaluate(figures));
  }
}
