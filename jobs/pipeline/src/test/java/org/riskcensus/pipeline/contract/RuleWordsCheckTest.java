package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.yaml.Problems;

/** Own words that would stop an ingest in its last step are told when rules are read. */
class RuleWordsCheckTest {

  private static final String FILE = "rules/words.yaml";
  private static final SchemaFiles PROJECT = SchemaFiles.ofProject();
  private static final String STATE =
      "  - {id: state_of_danger, zh: \"{0:danger_status}\", en: \"{0:danger_status}\"}\n";

  @Test
  void theWordsOfTheProjectHaveNoProblem() {
    assertThat(problems("", "")).isEmpty();
  }

  @Test
  void aMissingPhraseIsTold() {
    assertThat(problems(STATE, ""))
        .containsExactly(
            "schemas/rules/words.yaml: phrase 'state_of_danger' is missing under words; checks tell it");
  }

  @Test
  void aPhraseThatNoCheckTellsIsRefused() {
    assertThat(problems("id: state_of_danger,", "id: state_of_dangers,"))
        .anyMatch(
            told ->
                told.endsWith(
                    "no check tells a phrase 'state_of_dangers'; correct its id or delete it"))
        .anyMatch(told -> told.contains("phrase 'state_of_danger' is missing"));
  }

  @Test
  void aPlaceIsOneOfTheValuesThatCome() {
    assertThat(
            problems(
                "zh: \"≤ {0:field}（{1}）\", en: \"≤ {0:field} ({1})\"", "zh: \"{3}\", en: \"{3}\""))
        .singleElement()
        .asString()
        .contains("phrase 'at_most_field' has a place {3}, but the last value is {1}");
    assertThat(problems("zh: 文字, en: text}", "zh: 文字, en: \"text {name}\"}"))
        .singleElement()
        .asString()
        .contains("phrase 'text' has a place {name}, but no values come");
  }

  @Test
  void aWayOfTellingIsKnownOrACodeList() {
    assertThat(problems("en: \"{0:danger_status}\"", "en: \"{0:danger_stat}\""))
        .singleElement()
        .asString()
        .contains("{0:danger_stat}: there is no code list 'danger_stat'");
    assertThat(problems("en: \"expires {0}\"", "en: \"expires {0:codes}\""))
        .singleElement()
        .asString()
        .contains("{0:codes}: the value is no code list");
  }

  @Test
  void theLastReadingFitsAll() {
    assertThat(problems("  - {en: \"{0}\", zh: 该行内容有误（原因见英文说明）}\n", ""))
        .containsExactly(
            "schemas/rules/words.yaml: the last of readings must fit any text: {en: \"{0}\", zh: …}");
  }

  private static List<String> problems(String words, String own) {
    String text = PROJECT.text(FILE);
    assertThat(text).contains(words);
    Problems problems = new Problems();
    Rules.read(PROJECT.with(Map.of(FILE, text.replace(words, own))), problems);
    return problems.list().stream().map(Object::toString).toList();
  }
}
