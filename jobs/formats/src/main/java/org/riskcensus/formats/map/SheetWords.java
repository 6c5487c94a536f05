package org.riskcensus.formats.map;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What every sheet says in one language: the resources {@code words_zh} and {@code words_en}.
 *
 * @param locale Chinese or English
 */
public record SheetWords(Locale locale) {

  private static final String WORDS = SheetWords.class.getPackageName() + ".words";

  /** A phrase with its places filled, by text. */
  String say(String key, Object... values) {
    return new MessageFormat(words().getString(key), Locale.ROOT).format(values);
  }

  String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofPattern(words().getString("date"), locale));
  }

  private ResourceBundle words() {
    return ResourceBundle.getBundle(
        WORDS,
        locale,
        SheetWords.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
