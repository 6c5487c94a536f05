package org.riskcensus.pipeline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConstantTextTest {

  @Test
  void aDateFiledInThreeColumnsBecomesOne() {
    ConstantText date = new ConstantText("{Year}-{Month}-{Day}");
    assertThat(date.fields()).containsExactly("Day", "Month", "Year");
    assertThat(date.fill(Map.of("Year", "1987", "Month", "8", "Day", "10"), 3))
        .isEqualTo("1987-8-10");
    assertThat(date.fill(Map.of("Year", "1987"), 3)).isEqualTo("1987--");
  }

  @Test
  void theRowNumberNeedsNoField() {
    ConstantText key = new ConstantText("B-{row}");
    assertThat(key.fields()).isEmpty();
    assertThat(key.fill(Map.of(), 7)).isEqualTo("B-7");
  }

  @Test
  void whatAFieldHoldsIsTakenLiterally() {
    assertThat(new ConstantText("{a}").fill(Map.of("a", "$1\\{b}"), 1)).isEqualTo("$1\\{b}");
  }
}
