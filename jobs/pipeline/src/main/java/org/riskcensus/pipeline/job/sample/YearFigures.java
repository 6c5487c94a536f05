package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * A county's line in the yearbook. Figures of the years between known ones are drawn out evenly.
 *
 * @param year calendar year
 * @param population residents at the end of the year
 * @param urban of them in towns
 * @param gdpWan gross domestic product, nominal, 万元
 * @param cpi consumer price index, previous year = 100
 * @param forestHa forest area
 * @param covered residents whom warning information reaches
 */
record YearFigures(
    int year,
    long population,
    long urban,
    double gdpWan,
    double cpi,
    double forestHa,
    long covered) {

  static final int FIRST = 2015;
  static final int LAST = 2025;

  /** National index of consumer prices 2015–2025; counties publish none. From memory [M]. */
  private static final double[] CPI = {
    101.4, 102.0, 101.6, 102.1, 102.9, 102.5, 100.9, 102.0, 100.2, 100.2, 100.0
  };

  /**
   * What is known of a county.
   *
   * @param population at the first and the last year
   * @param urbanShare at the first and the last year
   * @param gdpWan each year
   * @param coveredShare at the first and the last year
   */
  record Known(
      List<Double> population,
      List<Double> urbanShare,
      List<Double> gdpWan,
      double forestHa,
      List<Double> coveredShare) {}

  static List<YearFigures> list(Known known) {
    List<YearFigures> list = new ArrayList<>();
    for (int i = 0; i <= LAST - FIRST; i++) {
      double t = i / (double) (LAST - FIRST);
      long population = Math.round(between(known.population(), t) / 10) * 10;
      list.add(
          new YearFigures(
              FIRST + i,
              population,
              Math.round(population * between(known.urbanShare(), t)),
              known.gdpWan().get(i),
              CPI[i],
              known.forestHa(),
              Math.round(population * between(known.coveredShare(), t))));
    }
    return list;
  }

  private static double between(List<Double> ends, double t) {
    return ends.get(0) + (ends.get(1) - ends.get(0)) * t;
  }
}
