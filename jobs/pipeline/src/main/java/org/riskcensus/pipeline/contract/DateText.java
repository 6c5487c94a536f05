package org.riskcensus.pipeline.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as filed: {@code 2024-01-05}, {@code 2024/1/5}, {@code 2024.1.5}, {@code 20240105}, {@code
 * 2024年1月5日}, and any of them at midnight, as some files store days. Day before month, two-digit
 * years and other times of day are not guessed at.
 */
public final class DateText {

  private static final String MIDNIGHT = "(?:[T ]0{1,2}:00(?::00(?:\\.0+)?)?Z?)?";
  private static final Pattern SEPARATED =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + MIDNIGHT);
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})()(\\d{2})(\\d{2})");
  private static final Pattern CHINESE =
      Pattern.compile("(\\d{4})()年 *(\\d{1,2})月 *(\\d{1,2})日" + MIDNIGHT);

  private DateText() {}

  /** The day of a text; empty where it is none. */
  public static Optional<LocalDate> parse(String filed) {
    String text = FiledText.halfWidth(filed);
    for (Pattern pattern : new Pattern[] {SEPARATED, COMPACT, CHINESE}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return day(matcher);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(Matcher matcher) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(3)),
              Integer.parseInt(matcher.group(4))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
