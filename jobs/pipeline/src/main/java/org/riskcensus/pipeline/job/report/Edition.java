package org.riskcensus.pipeline.job.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An edition of the report 年报、季报、月报、专报: which period it is of, and which chapters it has.
 *
 * @param id such as {@code flood-season}
 * @param span what its period is
 * @param from first month of a season, 1 to 12; a season that begins after it ends began the year
 *     before
 * @param to last month of a season
 * @param kinds kinds of disaster it counts, codes of loss_kind; all where empty
 * @param hazards hazards whose risk it shows, codes of risk_kind; all where empty
 * @param chapters ids of its chapters in order
 */
record Edition(
    String id,
    Span span,
    int from,
    int to,
    List<String> kinds,
    List<String> hazards,
    List<String> chapters) {

  private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(\\d{2})))?");

  /** What a period is. */
  enum Span {
    YEAR("2025"),
    QUARTER("2025-Q3"),
    MONTH("2025-07"),
    SEASON("2025");

    private final String example;

    Span(String example) {
      this.example = example;
    }

    static Optional<Span> find(String name) {
      return List.of(values()).stream()
          .filter(span -> span.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst();
    }

    /** How a period of it is written. */
    String example() {
      return example;
    }
  }

  boolean annual() {
    return span == Span.YEAR;
  }

  /** Key of the phrase for its periods: seasons have names of their own. */
  String phrase() {
    return span == Span.SEASON ? id : span.name().toLowerCase(Locale.ROOT);
  }

  /** The period that a user names, such as {@code 2025-Q3}; empty where it is none of this span. */
  Optional<Period> find(String text) {
    Matcher parts = PERIOD.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(1));
    boolean whole = parts.group(2) == null && parts.group(3) == null;
    return switch (span) {
      case YEAR -> whole ? Optional.of(Period.ofYear(year)) : Optional.empty();
      case SEASON -> whole ? Optional.of(season(year)) : Optional.empty();
      case QUARTER -> Optional.ofNullable(parts.group(2)).map(q -> quarter(year, q));
      case MONTH -> Optional.ofNullable(parts.group(3)).flatMap(month -> month(year, month));
    };
  }

  private Period season(int year) {
    return new Period(YearMonth.of(from > to ? year - 1 : year, from), YearMonth.of(year, to));
  }

  private static Period quarter(int year, String number) {
    YearMonth last = YearMonth.of(year, Integer.parseInt(number) * 3);
    return new Period(last.minusMonths(2), last);
  }

  private static Optional<Period> month(int year, String digits) {
    int month = Integer.parseInt(digits);
    return month >= 1 && month <= 12
        ? Optional.of(new Period(YearMonth.of(year, month), YearMonth.of(year, month)))
        : Optional.empty();
  }
}
