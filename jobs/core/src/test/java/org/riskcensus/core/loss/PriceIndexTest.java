package org.riskcensus.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PriceIndexTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);
  // prices rise by 2% into 2021 and by 5% into 2022
  private static final PriceIndex PRICES =
      PriceIndex.chained(Map.of(2020, 102.5, 2021, 102.0, 2022, 105.0));

  @Test
  void lossOf2020InPricesOf2022GrowsByBothYears() {
    // 1000 × 1.02 × 1.05
    assertThat(PRICES.findReal(1000, 2020, 2022).orElseThrow()).isEqualTo(1071.0, CLOSE);
  }

  @Test
  void lossOf2022InPricesOf2020ShrinksByBothYears() {
    assertThat(PRICES.findReal(1071, 2022, 2020).orElseThrow()).isEqualTo(1000.0, CLOSE);
  }

  @Test
  void lossInPricesOfItsOwnYearIsItself() {
    assertThat(PRICES.findReal(321.5, 2021, 2021).orElseThrow()).isEqualTo(321.5);
  }

  @Test
  void gapInTheChainGivesNoRealPrice() {
    PriceIndex gap = PriceIndex.chained(Map.of(2020, 102.0, 2022, 105.0));
    assertThat(gap.findReal(1000, 2020, 2022)).isEmpty();
    assertThat(gap.findReal(1000, 2021, 2022)).isPresent();
  }

  @Test
  void figureThatIsNoIndexIsRefused() {
    assertThatThrownBy(() -> PriceIndex.chained(Map.of(2020, 0.0))).hasMessageContaining("2020");
  }
}
