package org.riskcensus.formats.report;

import java.util.Map;

/**
 * The words of the frame.
 *
 * @param languageTag such as {@code zh-CN}
 * @param contents head of the table of contents
 * @param text name of the sheet that holds the text
 * @param missing the word for each cause of a missing number
 * @param missingNote what these words mean
 */
public record Wording(
    String languageTag,
    String contents,
    String text,
    Map<Cell.Missing, String> missing,
    String missingNote) {

  /** Checks that every cause has its word. */
  public Wording {
    missing = Map.copyOf(missing);
    for (Cell.Missing cause : Cell.Missing.values()) {
      if (!missing.containsKey(cause)) {
        throw new IllegalArgumentException("no word for " + cause);
      }
    }
  }

  String word(Cell.Missing cause) {
    return missing.getOrDefault(cause, cause.name());
  }
}
