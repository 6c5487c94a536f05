package org.riskcensus.core.loss;

import java.io.Serializable;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Consumer prices chained from yearly figures "previous year = 100" 居民消费价格指数(上年=100), to express
 * losses of several years in the prices of one: {@code real = nominal × CPI(base) / CPI(year)}.
 */
public final class PriceIndex implements Serializable {
  private final NavigableMap<Integer, Double> previousYear100;

  private PriceIndex(NavigableMap<Integer, Double> previousYear100) {
    this.previousYear100 = previousYear100;
  }

  /** Chains the figures; each is above zero. */
  public static PriceIndex chained(Map<Integer, Double> previousYear100) {
    previousYear100.forEach(
        (year, figure) -> {
          if (!(figure > 0) || !Double.isFinite(figure)) {
            throw new IllegalArgumentException("CPI of %d is %s".formatted(year, figure));
          }
        });
    return new PriceIndex(new TreeMap<>(previousYear100));
  }

  /**
   * An amount of {@code year} in the prices of {@code baseYear}; empty when a figure between the
   * two years is missing, since a chain with a gap says nothing.
   */
  public OptionalDouble findReal(double nominal, int year, int baseYear) {
    int first = Math.min(year, baseYear);
    int last = Math.max(year, baseYear);
    NavigableMap<Integer, Double> links = previousYear100.subMap(first, false, last, true);
    if (links.size() != last - first) {
      return OptionalDouble.empty();
    }
    double chain =
        links.values().stream().mapToDouble(figure -> figure / 100).reduce(1, (a, b) -> a * b);
    return OptionalDouble.of(year <= baseYear ? nominal * chain : nominal / chain);
  }
}
