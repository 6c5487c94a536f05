package org.riskcensus.pipeline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places such as {@code {field}} and {@code {0:codes}}: a name, and perhaps how its value
 * is told. Filled in one pass, so that braces in a value stay what they are.
 */
final class Template {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::(\\w+))?\\}");

  private Template() {}

  /**
   * The text with its places filled.
   *
   * @param value of a name and how it is told, empty where the place does not say
   */
  static String fill(String text, BinaryOperator<String> value) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String how = place.group(2) == null ? "" : place.group(2);
              return Matcher.quoteReplacement(value.apply(place.group(1), how));
            });
  }

  /** The names of the places of a text. */
  static List<String> names(String text) {
    return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
  }

  /** How the values of a text are told, where its places say it. */
  static List<String> tellings(String text) {
    return PLACE.matcher(text).results().map(p -> p.group(2)).filter(h -> h != null).toList();
  }

  /** What matches every text made from a template, its values as groups. */
  static Pattern pattern(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : PLACE.split(text, -1)) {
      parts.add(part.isEmpty() ? "" : Pattern.quote(part));
    }
    return Pattern.compile(String.join("(.*)", parts), Pattern.DOTALL);
  }
}
