package org.riskcensus.pipeline.job.sample.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumeralTest {

  @Test
  void numbersAreWrittenInChinese() {
    assertThat(List.of(1, 10, 12, 20, 35).stream().map(Numeral::of))
        .containsExactly("一", "十", "十二", "二十", "三十五");
    assertThat(List.of(100, 101, 110, 119, 120, 999).stream().map(Numeral::of))
        .containsExactly("一百", "一百零一", "一百一十", "一百一十九", "一百二十", "九百九十九");
    assertThat(List.of(1000, 1001, 1010, 1200, 9999).stream().map(Numeral::of))
        .containsExactly("一千", "一千零一", "一千零一十", "一千二百", "九千九百九十九");
  }

  @Test
  void numbersBeyondAreRefused() {
    assertThatThrownBy(() -> Numeral.of(0)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> Numeral.of(10_000)).hasMessageContaining("not 10000");
  }
}
