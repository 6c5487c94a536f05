package org.riskcensus.core.loss;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.statistics.TheilSen;

/**
 * The yearly figures behind a plan target: what its value was computed from, and where its trend
 * leads by the target year. A year counts where the part and, for a ratio, the whole are reported.
 *
 * @param target the target
 * @param parts the part by year
 * @param wholes the whole by year; empty where there is no ratio
 */
public record KpiSeries(
    KpiTarget target, NavigableMap<Integer, Double> parts, NavigableMap<Integer, Double> wholes) {

  /**
   * Where the trend of the yearly values leads.
   *
   * @param perYear slope in the indicator's unit a year; null below three years
   * @param projected the value expected for the target year; null where there is none
   * @param status the expected value against the target; null where there is none
   * @param note years and method, or why there is none
   */
  public record Trend(
      @Nullable Double perYear,
      @Nullable Double projected,
      @Nullable KpiStatus status,
      String note) {}

  /** The series of a target from the first year of its plan to the census or target year. */
  public static KpiSeries of(KpiTarget target, KpiEvaluation evaluation) {
    NavigableMap<Integer, Double> parts = new TreeMap<>();
    NavigableMap<Integer, Double> wholes = new TreeMap<>();
    KpiMeasure measure = target.indicator().measure();
    KpiFigure part = measure.part();
    KpiFigure whole = measure.whole();
    if (part != null) {
      int last = Math.min(evaluation.censusYear(), target.targetYear());
      CountyFigures figures = evaluation.figures();
      int[] years = figures.yearsWith(part, evaluation.firstYear(), last).toArray();
      for (int year : years) {
        if (whole == null || figures.has(year, whole)) {
          parts.put(year, figures.get(year, part));
        }
        if (whole != null && figures.has(year, whole)) {
          wholes.put(year, figures.get(year, whole));
        }
      }
    }
    return new KpiSeries(target, parts, wholes);
  }

  /** The sum of the parts; null when no year has one. */
  public @Nullable Double numerator() {
    return parts.isEmpty() ? null : sum(parts);
  }

  /** The sum of the wholes; null where there is no ratio. */
  public @Nullable Double denominator() {
    return wholes.isEmpty() ? null : sum(wholes);
  }

  private static double sum(NavigableMap<Integer, Double> figures) {
    return figures.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The figures in words: {@code direct_loss_wan / gdp_wan: 2021 30/6500; 2022 …}. */
  public String inputs() {
    KpiMeasure measure = target.indicator().measure();
    if (measure.part() == null) {
      return "none";
    }
    String names =
        measure.whole() == null
            ? measure.part().code()
            : measure.part().code() + " / " + measure.whole().code();
    return parts.keySet().stream()
        .map(year -> year + " " + figures(year))
        .collect(Collectors.joining("; ", names + ": ", parts.isEmpty() ? "none reported" : ""));
  }

  private String figures(int year) {
    String part = plain(parts.getOrDefault(year, 0.0));
    Double whole = wholes.get(year);
    return whole == null ? part : part + "/" + plain(whole);
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value)
        .setScale(6, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * The trend by Theil and Sen over the yearly values. Of an annual average 年均 the expected value
   * is the mean over all years of the plan, those to come by the trend; of others that of the
   * target year.
   */
  public Trend trend(int firstYear) {
    NavigableMap<Integer, Double> values = values();
    Optional<TheilSen> trend = TheilSen.of(values, 0);
    if (trend.isEmpty()) {
      return new Trend(
          null,
          null,
          null,
          "%d years, a trend needs %d".formatted(values.size(), TheilSen.FEWEST_YEARS));
    }
    String note =
        String.format(
            Locale.ROOT,
            "Theil-Sen over %d years, %d-%d",
            values.size(),
            values.firstKey(),
            values.lastKey());
    if (values.lastKey() >= target.targetYear()) {
      return new Trend(trend.get().perYear(), null, null, note + "; the target year is reached");
    }
    double projected = projected(trend.get(), values, firstYear);
    KpiStatus status = target.judge("", projected, "").status();
    return new Trend(trend.get().perYear(), projected, status, note);
  }

  private double projected(TheilSen trend, NavigableMap<Integer, Double> values, int firstYear) {
    if (target.indicator().measure().kind() != KpiMeasure.Kind.MEAN_OF_RATIOS) {
      return Math.max(0, trend.at(target.targetYear()));
    }
    return IntStream.rangeClosed(firstYear, target.targetYear())
        .mapToDouble(year -> values.getOrDefault(year, Math.max(0, trend.at(year))))
        .average()
        .orElseThrow();
  }

  private NavigableMap<Integer, Double> values() {
    double base = target.indicator().base();
    NavigableMap<Integer, Double> values = new TreeMap<>();
    parts.forEach(
        (year, part) -> {
          Double whole = wholes.get(year);
          if (target.indicator().measure().whole() == null) {
            values.put(year, part);
          } else if (whole != null && whole > 0) {
            values.put(year, part * base / whole);
          }
        });
    return values;
  }
}
