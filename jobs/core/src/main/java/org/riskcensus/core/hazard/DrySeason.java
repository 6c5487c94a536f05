package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The months of the dry season 枯水期, from the first, on over the turn of the year.
 *
 * @param firstMonth 1 to 12
 * @param months how many, 1 to 12
 */
public record DrySeason(int firstMonth, int months) implements Serializable {

  private static final int YEAR = 12;
  private static final String MONTH =
      "(\\d{1,2}|十[一二]?|[一二三四五六七八九])月?(?:份|底|初|末|上旬|中旬|下旬|\\d{1,2}日)?";
  private static final Pattern RANGE =
      Pattern.compile("(?:每年|当年)?" + MONTH + "(?:至|到|-|–|—|~|～)(次年|翌年|来年|第二年|当年)?的?" + MONTH);
  private static final Pattern LIST =
      Pattern.compile(MONTH + "(?:[、,，]" + MONTH.replace("(\\d", "(?:\\d") + ")*");
  private static final Pattern ONE = Pattern.compile(MONTH);
  private static final int LONGEST_TEXT = 60;

  /** Refuses months that are none. */
  public DrySeason {
    if (firstMonth < 1 || firstMonth > YEAR || months < 1 || months > YEAR) {
      throw new IllegalArgumentException("no season of " + months + " months from " + firstMonth);
    }
  }

  /**
   * Reads a season as people file it: {@code 11月至次年4月}, {@code 11-4月}, {@code 十一月到翌年四月}, {@code
   * 11、12、1月} in their order, {@code 全年}. Days and thirds of a month count as the month.
   *
   * @return empty where it cannot be read
   */
  public static Optional<DrySeason> parse(String filed) {
    String text = Normalizer.normalize(filed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    if (text.equals("全年") || text.equals("常年")) {
      return Optional.of(new DrySeason(1, YEAR));
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return range(month(range.group(1)), range.group(2), month(range.group(3)));
    }
    return LIST.matcher(text).matches() ? list(text) : Optional.empty();
  }

  private static Optional<DrySeason> range(int from, @Nullable String year, int to) {
    boolean next = year != null && !year.equals("当年");
    boolean sound = isMonth(from) && isMonth(to) && (!next || to < from);
    return sound ? Optional.of(new DrySeason(from, after(from, to) + 1)) : Optional.empty();
  }

  private static Optional<DrySeason> list(String text) {
    List<Integer> months = new ArrayList<>();
    Matcher one = ONE.matcher(text);
    while (one.find()) {
      months.add(month(one.group(1)));
    }
    for (int i = 0; i < months.size(); i++) {
      boolean follows = i == 0 || after(months.get(i - 1), months.get(i)) == 1;
      if (!isMonth(months.get(i)) || !follows) {
        return Optional.empty();
      }
    }
    return months.size() > YEAR
        ? Optional.empty()
        : Optional.of(new DrySeason(months.get(0), months.size()));
  }

  private static boolean isMonth(int month) {
    return month >= 1 && month <= YEAR;
  }

  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    String digits = "一二三四五六七八九";
    return text.startsWith("十")
        ? 10 + (text.length() > 1 ? digits.indexOf(text.charAt(1)) + 1 : 0)
        : digits.indexOf(text.charAt(0)) + 1;
  }

  /** Months from one to the next time of another. */
  private static int after(int from, int to) {
    return Math.floorMod(to - from, YEAR);
  }

  /**
   * The share of the season in which reed stands that is cut on this day of the year 收割: until the
   * cut, where that falls into the season. Reed cut shortly before is gone for all of it; reed cut
   * earlier has grown again.
   *
   * @param regrowthMonths months after which cut reed stands again
   */
  double standingShare(LocalDate harvest, double regrowthMonths) {
    double since =
        after(firstMonth, harvest.getMonthValue())
            + (harvest.getDayOfMonth() - 1.0) / harvest.getMonth().maxLength();
    if (since < months) {
      return since / months;
    }
    return YEAR - since < regrowthMonths ? 0 : 1;
  }
}
