package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.riskcensus.pipeline.contract.Language;

class CaptionsTest {

  /** Workbooks name their sheets by it. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void aCaptionBeginsWithItsNumberUpToTheFirstSpaceThatMayBreak(Language language) {
    Captions captions = new Captions(Words.in(language));
    assertThat(Stream.generate(() -> number(captions)).limit(3).toList())
        .doesNotHaveDuplicates()
        .allMatch(number -> number.matches(".*\\d"));
  }

  private static String number(Captions captions) {
    return captions
        .table("losses", List.of(), List.of(), List.of())
        .caption()
        .split("[\\s\\u3000]")[0];
  }
}
