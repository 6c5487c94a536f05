package org.riskcensus.pipeline.job.ingest;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constant of a source: the same text for all rows, save that <code>{row}</code> stands for the
 * row number and <code>{Field}</code> for what the row has in that field. So a date filed in three
 * columns becomes one: <code>{Year}-{Month}-{Day}</code>.
 */
record ConstantText(String text) {

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");
  private static final String ROW_NUMBER = "row";

  /** The constants of a source by column. */
  static Map<String, ConstantText> of(Map<String, String> constants) {
    Map<String, ConstantText> texts = new TreeMap<>();
    constants.forEach((column, text) -> texts.put(column, new ConstantText(text)));
    return texts;
  }

  /** The fields it takes from a row. */
  Set<String> fields() {
    Set<String> fields = new TreeSet<>();
    PLACE.matcher(text).results().map(place -> place.group(1)).forEach(fields::add);
    fields.remove(ROW_NUMBER);
    return fields;
  }

  /** The text of one row; a field that is empty leaves nothing in its place. */
  String fill(Map<String, String> row, long number) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(place, row, number)));
  }

  private static String value(MatchResult place, Map<String, String> row, long number) {
    String field = place.group(1);
    return field.equals(ROW_NUMBER) ? Long.toString(number) : row.getOrDefault(field, "");
  }
}
