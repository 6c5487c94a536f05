package org.riskcensus.core.loss;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A loss of one year over what it is related to in the same year: direct loss over nominal GDP,
 * deaths over residents. Two means of several years are in use and differ: the plans say annual
 * average 年均, the mean of the yearly ratios; the ratio of the sums weighs the years by their base.
 *
 * @param year calendar year
 * @param part the loss
 * @param whole what it is related to, in a unit that makes the ratio meaningful; above zero
 */
public record YearRatio(int year, double part, double whole) implements Serializable {

  public YearRatio {
    if (!(whole > 0) || !Double.isFinite(whole) || !Double.isFinite(part)) {
      throw new IllegalArgumentException(
          "the ratio of %d cannot be formed: %s / %s".formatted(year, part, whole));
    }
  }

  /** The ratio, scaled to {@code base}: 100 for per cent, 1,000,000 for per million. */
  public double per(double base) {
    return part * base / whole;
  }

  /** The mean of the yearly ratios, scaled to {@code base}; each year once and at least one. */
  public static double meanOfRatios(Collection<YearRatio> years, double base) {
    return inOrder(years).stream().mapToDouble(year -> year.per(base)).sum() / years.size();
  }

  /** The ratio of the sums over the years, scaled to {@code base}; each year once, at least one. */
  public static double ratioOfSums(Collection<YearRatio> years, double base) {
    List<YearRatio> ordered = inOrder(years);
    double part = ordered.stream().mapToDouble(YearRatio::part).sum();
    double whole = ordered.stream().mapToDouble(YearRatio::whole).sum();
    return part * base / whole;
  }

  private static List<YearRatio> inOrder(Collection<YearRatio> years) {
    if (years.isEmpty()) {
      throw new IllegalArgumentException("no year to form a mean of");
    }
    Set<Integer> seen = new HashSet<>();
    for (YearRatio year : years) {
      if (!seen.add(year.year())) {
        throw new IllegalArgumentException("year " + year.year() + " is given twice");
      }
    }
    return years.stream().sorted(Comparator.comparingInt(YearRatio::year)).toList();
  }
}
