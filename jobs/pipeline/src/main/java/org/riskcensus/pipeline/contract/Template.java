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

  private static final Pattern SPACED = Pattern.compile("( ?)" + PLACE.pattern() + "( ?)");
  private static final String SIGNS = "，。；：、（）“”《》";

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

  /**
   * The same for a Chinese text, where a space parts Chinese from letters and numbers, but not from
   * Chinese: a space of the text beside a place goes where the value begins or ends in Chinese.
   */
  static String fillChinese(String text, BinaryOperator<String> value) {
    return SPACED
        .matcher(text)
        .replaceAll(
            place -> {
              String how = place.group(3) == null ? "" : place.group(3);
              String told = value.apply(place.group(2), how);
              boolean before = isChinese(text, place.start() - 1) && isChinese(told, 0);
              boolean after = isChinese(text, place.end()) && isChinese(told, told.length() - 1);
              return Matcher.quoteReplacement(
                  (before ? "" : place.group(1)) + told + (after ? "" : place.group(4)));
            });
  }

  private static boolean isChinese(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return Character.isIdeographic(c) || SIGNS.indexOf(c) >= 0;
  }

  /** The names of the places of a text. */
  static List<String> names(String text) {
    return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
  }

  /** How the value of a name is told in a text, wherever its places say it. */
  static List<String> tellings(String text, String name) {
    return PLACE
        .matcher(text)
        .results()
        .filter(place -> place.group(1).equals(name) && place.group(2) != null)
        .map(place -> place.group(2))
        .toList();
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
