package org.riskcensus.formats.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SheetWordsTest {

  private static final SheetWords CHINESE = new SheetWords(Locale.CHINESE);
  private static final SheetWords ENGLISH = new SheetWords(Locale.ENGLISH);

  @Test
  void bothLanguagesHaveTheSameWordsWithTheSamePlaces() {
    TreeSet<String> keys = new TreeSet<>(bundle("zh").keySet());
    assertThat(bundle("en").keySet()).containsExactlyInAnyOrderElementsOf(keys);
    for (String key : keys) {
      assertThat(places(CHINESE.say(key, "<0>", "<1>")))
          .as(key)
          .isEqualTo(places(ENGLISH.say(key, "<0>", "<1>")));
    }
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle("org.riskcensus.formats.map.words", new Locale(language));
  }

  private static String places(String said) {
    return (said.contains("<0>") ? "0" : "") + (said.contains("<1>") ? "1" : "");
  }

  @Test
  void datesAreWrittenAsInTheLanguage() {
    LocalDate day = LocalDate.of(2025, 3, 9);
    assertThat(CHINESE.date(day)).isEqualTo("2025年3月9日");
    assertThat(ENGLISH.date(day)).isEqualTo("9 March 2025");
  }
}
