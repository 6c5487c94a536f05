package org.riskcensus.pipeline.contract;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What in a text is not of its language, for tests. */
public final class Languages {

  /** Names that are the same in every language: standards, units, file endings. */
  private static final Set<String> INTERNATIONAL =
      Set.of("CGCS", "EPSG", "GCJ", "OGC", "GDP", "shp", "dbf", "ha", "km", "mm");

  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");
  private static final Pattern CHINESE =
      Pattern.compile("[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]+");

  private Languages() {}

  /** Latin words, but for the names of standards and units. */
  public static List<String> latinIn(String text) {
    return LATIN
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(word -> !INTERNATIONAL.contains(word))
        .toList();
  }

  /** Chinese characters and full-width signs. */
  public static List<String> chineseIn(String text) {
    return CHINESE.matcher(text).results().map(MatchResult::group).toList();
  }
}
