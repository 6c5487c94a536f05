package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.contract.Language;

class WordsTest {

  private final Words chinese = Words.in(Language.ZH);
  private final Words english = Words.in(Language.EN);

  @Test
  void bothLanguagesHaveEveryPhrase() {
    assertThat(phrases(chinese)).isEqualTo(phrases(english));
  }

  private static final Pattern NAMES = Pattern.compile("(unit|column|indicator|dataset)\\..*");

  /** Names may fall back on contracts and marts, which are in Chinese. */
  private static Set<String> phrases(Words words) {
    return words.keys().stream()
        .filter(key -> !NAMES.matcher(key).matches())
        .collect(Collectors.toSet());
  }

  @Test
  void phrasesOfBothLanguagesTakeTheSameFigures() {
    for (String key : phrases(chinese)) {
      if (!key.startsWith("number.")) {
        assertThat(english.places(key)).as(key).isSubsetOf(chinese.places(key));
      }
    }
  }

  @Test
  void figuresGoToTheirPlaces() {
    assertThat(chinese.get("summary.reported", "figure", "死亡人口", "value", "2", "unit", "人"))
        .isEqualTo("死亡人口2人");
  }

  @Test
  void aPlaceWithoutAFigureIsAnError() {
    assertThatThrownBy(() -> chinese.get("summary.reported", "figure", "死亡人口"))
        .hasMessageContaining("summary.reported");
    assertThatThrownBy(() -> chinese.get("no.such.phrase")).hasMessageContaining("no.such.phrase");
  }
}
