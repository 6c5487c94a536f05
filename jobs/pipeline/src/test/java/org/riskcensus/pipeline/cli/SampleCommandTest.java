package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {

  @TempDir Path out;

  @Test
  void aProvinceIsWrittenAsLargeAsAskedFor() {
    assertThat(sample("--province", "42", "--counties", "2", "--townships", "1", "--years", "1"))
        .isZero();
    assertThat(out.resolve("census.yaml")).content().contains("counties: [\"425121\", \"425122\"]");
  }

  @Test
  void aProvinceHasNoScaleAndTheSampleNoNumberOfCounties() {
    assertThat(sample("--province", "37", "--scale", "2")).isEqualTo(2);
    assertThat(sample("--counties", "2")).isEqualTo(2);
    assertThat(sample("--province", "37", "--townships", "0")).isEqualTo(2);
    assertThat(out).isEmptyDirectory();
  }

  private int sample(String... options) {
    String[] words = new String[options.length + 3];
    System.arraycopy(options, 0, words, 3, options.length);
    words[0] = "sample";
    words[1] = "--out";
    words[2] = out.toString();
    return Census.execute(words);
  }
}
