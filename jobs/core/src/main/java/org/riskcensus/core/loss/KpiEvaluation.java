package org.riskcensus.core.loss;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Evaluates plan targets on the figures of a county. A period runs from the first year of the plan
 * to the last year whose figure is reported, at most to the census year and the target year; a year
 * missing inside it makes the indicator not computable, since it is not known to be zero.
 *
 * @param figures figures of the county the plan is for
 * @param firstYear first year of the plan
 * @param censusYear year the census stands for
 */
public record KpiEvaluation(CountyFigures figures, int firstYear, int censusYear) {

  /** Where a target stands. */
  public KpiResult evaluate(KpiTarget target) {
    KpiMeasure measure = target.indicator().measure();
    return switch (measure.kind()) {
      case MEAN_OF_RATIOS, RATIO_OF_SUMS -> overPeriod(target);
      case LATEST_RATIO -> latestRatio(target);
      case LATEST -> latest(target);
      case WORST -> worst(target);
      case UNAVAILABLE ->
          target.notComputable(Integer.toString(end(target)), measure.unavailable());
    };
  }

  private int end(KpiTarget target) {
    return Math.min(censusYear, target.targetYear());
  }

  private KpiResult overPeriod(KpiTarget target) {
    KpiMeasure measure = target.indicator().measure();
    OptionalInt last = figures.yearsWith(measure.getPart(), firstYear, end(target)).max();
    if (last.isEmpty()) {
      String reason = measure.getPart().code() + " is not reported for any year of the period";
      return target.notComputable(period(firstYear, end(target)), reason);
    }
    String period = period(firstYear, last.getAsInt());
    List<String> gaps = gaps(measure, last.getAsInt());
    if (!gaps.isEmpty()) {
      return target.notComputable(period, "not reported: " + String.join(", ", gaps));
    }
    return ratio(target, period, IntStream.rangeClosed(firstYear, last.getAsInt()));
  }

  private KpiResult ratio(KpiTarget target, String period, IntStream years) {
    KpiMeasure measure = target.indicator().measure();
    List<Integer> all = years.boxed().toList();
    double parts = all.stream().mapToDouble(y -> figures.get(y, measure.getPart())).sum();
    double wholes = all.stream().mapToDouble(y -> figures.get(y, measure.getWhole())).sum();
    boolean zero = all.stream().anyMatch(y -> figures.get(y, measure.getWhole()) <= 0);
    if (wholes <= 0 || (zero && measure.kind() == KpiMeasure.Kind.MEAN_OF_RATIOS)) {
      return target.notComputable(period, measure.getWhole().code() + " is zero");
    }
    double base = target.indicator().base();
    if (measure.kind() == KpiMeasure.Kind.RATIO_OF_SUMS) {
      return target.judge(period, parts * base / wholes, "ratio of the sums over " + period);
    }
    List<YearRatio> ratios =
        all.stream()
            .map(
                y ->
                    new YearRatio(
                        y, figures.get(y, measure.getPart()), figures.get(y, measure.getWhole())))
            .toList();
    String remark =
        String.format(
            Locale.ROOT,
            "mean of the yearly ratios of %s; ratio of sums %.6f",
            period,
            YearRatio.ratioOfSums(ratios, base));
    return target.judge(period, YearRatio.meanOfRatios(ratios, base), remark);
  }

  private List<String> gaps(KpiMeasure measure, int last) {
    return IntStream.rangeClosed(firstYear, last)
        .boxed()
        .flatMap(
            year ->
                List.of(measure.getPart(), measure.getWhole()).stream()
                    .filter(figure -> !figures.has(year, figure))
                    .map(figure -> figure.code() + " of " + year))
        .toList();
  }

  private KpiResult latestRatio(KpiTarget target) {
    KpiMeasure measure = target.indicator().measure();
    OptionalInt part = figures.findLatest(measure.getPart(), end(target));
    OptionalInt whole = figures.findLatest(measure.getWhole(), end(target));
    if (part.isEmpty() || whole.isEmpty()) {
      KpiFigure lacking = part.isEmpty() ? measure.getPart() : measure.getWhole();
      return target.notComputable(period(end(target)), lacking.code() + " is not reported");
    }
    double divisor = figures.get(whole.getAsInt(), measure.getWhole());
    if (divisor <= 0) {
      return target.notComputable(
          period(end(target)),
          "%s of %d is zero".formatted(measure.getWhole().code(), whole.getAsInt()));
    }
    double dividend = figures.get(part.getAsInt(), measure.getPart());
    String remark =
        "%s of %d / %s of %d"
            .formatted(
                measure.getPart().code(),
                part.getAsInt(),
                measure.getWhole().code(),
                whole.getAsInt());
    double value = dividend * target.indicator().base() / divisor;
    return target.judge(period(part.getAsInt()), value, remark);
  }

  private KpiResult latest(KpiTarget target) {
    KpiFigure figure = target.indicator().measure().getPart();
    OptionalInt year = figures.findLatest(figure, end(target));
    if (year.isEmpty()) {
      return target.notComputable(period(end(target)), figure.code() + " is not reported");
    }
    String remark = "%s of %d".formatted(figure.code(), year.getAsInt());
    return target.judge(period(year.getAsInt()), figures.get(year.getAsInt(), figure), remark);
  }

  private KpiResult worst(KpiTarget target) {
    KpiFigure figure = target.indicator().measure().getPart();
    int[] years = figures.yearsWith(figure, firstYear, end(target)).toArray();
    String period = period(firstYear, end(target));
    if (years.length == 0) {
      return target.notComputable(period, figure.code() + " is not reported in the period");
    }
    double worst = IntStream.of(years).mapToDouble(y -> figures.get(y, figure)).max().orElseThrow();
    String remark = "largest %s of %s".formatted(figure.code(), period);
    return target.judge(period, worst, remark);
  }

  private static String period(int year) {
    return Integer.toString(year);
  }

  private static String period(int first, int last) {
    return first == last ? period(first) : first + "-" + last;
  }
}
