package org.riskcensus.pipeline.job.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riskcensus.pipeline.contract.Language;

/**
 * The words of a report in one language: phrases with places such as {@code {loss}} that figures
 * are put into. Words are text to translators and data to the program.
 */
final class Words {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private final Language language;
  private final Properties phrases;

  private Words(Language language, Properties phrases) {
    this.language = language;
    this.phrases = phrases;
  }

  static Words in(Language language) {
    String resource = "words_" + language.code() + ".properties";
    Properties phrases = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource)) {
      phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + resource, e);
    }
    return new Words(language, phrases);
  }

  Language language() {
    return language;
  }

  Set<String> keys() {
    return new TreeSet<>(phrases.stringPropertyNames());
  }

  /** The places of a phrase. */
  Set<String> places(String key) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(get(key)).results().forEach(found -> places.add(found.group(1)));
    return places;
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(phrases.getProperty(key));
  }

  /** The phrase of this key, its places filled from {@code values}: name, value, name, value. */
  String get(String key, Object... values) {
    String phrase =
        find(key).orElseThrow(() -> new IllegalArgumentException("no phrase '" + key + "'"));
    String filled = phrase;
    for (int i = 0; i < values.length; i += 2) {
      filled = filled.replace("{" + values[i] + "}", values[i + 1].toString());
    }
    Matcher open = PLACE.matcher(filled);
    if (values.length > 0 && open.find()) {
      throw new IllegalArgumentException(key + ": nothing for " + open.group());
    }
    return filled;
  }
}
