package org.riskcensus.pipeline.job.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberRangesTest {

  @Test
  void runsOfNumbersAreWrittenShort() {
    assertThat(NumberRanges.of(List.of())).isEmpty();
    assertThat(NumberRanges.of(List.of(3))).isEqualTo("3");
    assertThat(NumberRanges.of(List.of(1, 2, 3, 5, 8, 9))).isEqualTo("1–3, 5, 8–9");
  }

  @Test
  void manyRunsEndInAnEllipsis() {
    List<Integer> odd = IntStream.range(0, 100).map(i -> 2 * i + 1).boxed().toList();
    assertThat(NumberRanges.of(odd)).startsWith("1, 3, 5").endsWith("39, …");
  }
}
