package org.riskcensus.pipeline.job.sample;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleConfigTest {

  @Test
  void everyProblemIsToldAtOnce() {
    assertThatThrownBy(() -> new SampleConfig(List.of("110101", "110101"), 0, 1, Path.of("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no sample of county 110101")
        .hasMessageContaining("given twice")
        .hasMessageContaining("scale must be 1 to");
  }

  @Test
  void aCountyIsNeeded() {
    assertThatThrownBy(() -> new SampleConfig(List.of(), 1, 1, Path.of("x")))
        .hasMessageContaining("no county given");
  }
}
