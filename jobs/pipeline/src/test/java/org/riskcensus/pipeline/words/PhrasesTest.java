package org.riskcensus.pipeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.job.assess.change.ChangeOutput;
import org.riskcensus.pipeline.job.explain.ExplainJob;
import org.riskcensus.pipeline.job.inspection.InspectionJob;

class PhrasesTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @ParameterizedTest
  @ValueSource(
      classes = {ExplainJob.class, ChangeOutput.class, InspectionJob.class, MapPhrases.class})
  void bothLanguagesHaveTheSamePhrasesWithTheSamePlaces(Class<?> owner) throws IOException {
    assertThat(places(owner, "zh")).isEqualTo(places(owner, "en")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void figuresAreFilledIn(Language language) {
    Phrases phrases = Phrases.of(ChangeOutput.class, language, Contracts.load());
    assertThat(phrases.say("title", "census-2024", "census-2025"))
        .contains("census-2024", "census-2025")
        .doesNotContain("{");
    assertThat(phrases.say("units.columns").split("\\|")).hasSize(12);
    assertThat(phrases.say("areas.columns").split("\\|")).hasSize(8);
    assertThat(phrases.name("change_cause", "data")).isEqualTo(language.of("数据", "data"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aFiledValueIsNamedWhereItIsACode(Language language) {
    Phrases phrases = Phrases.of(ExplainJob.class, language, Contracts.load());
    assertThat(phrases.value("geohazard_point", "kind", "landslide"))
        .isEqualTo(language.of("滑坡", "landslide"));
    assertThat(phrases.value("subsidence_zone", "rate_mm_a", "32.0")).isEqualTo("32.0");
  }

  private static Map<String, String> places(Class<?> owner, String language) throws IOException {
    String resource = "phrases_" + language + ".properties";
    Properties phrases = new Properties();
    try (var in = Objects.requireNonNull(owner.getResourceAsStream(resource), resource)) {
      phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    Map<String, String> places = new TreeMap<>();
    for (String key : phrases.stringPropertyNames()) {
      String all =
          String.join(
              " ",
              PLACE
                  .matcher(phrases.getProperty(key))
                  .results()
                  .map(MatchResult::group)
                  .distinct()
                  .sorted()
                  .toList());
      places.put(key, all);
    }
    return places;
  }
}
