package org.riskcensus.core.loss;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one county by year. A figure that was not reported is absent, which is not zero.
 * Filled by one thread, then only read.
 */
public final class CountyFigures implements Serializable {
  private final NavigableMap<Integer, Map<KpiFigure, Double>> years = new TreeMap<>();

  /** Sets a figure; null leaves it unreported. Answers this. */
  public CountyFigures put(int year, KpiFigure figure, @Nullable Double value) {
    if (value != null) {
      years.computeIfAbsent(year, y -> new EnumMap<>(KpiFigure.class)).put(figure, value);
    }
    return this;
  }

  boolean has(int year, KpiFigure figure) {
    return years.getOrDefault(year, Map.of()).containsKey(figure);
  }

  double get(int year, KpiFigure figure) {
    Double value = years.getOrDefault(year, Map.of()).get(figure);
    if (value == null) {
      throw new IllegalArgumentException("%s of %d is not reported".formatted(figure, year));
    }
    return value;
  }

  /** The latest year up to {@code year} that has the figure. */
  OptionalInt findLatest(KpiFigure figure, int year) {
    return yearsWith(figure, Integer.MIN_VALUE, year).max();
  }

  /** The years of a period, ends included, that have the figure, ascending. */
  IntStream yearsWith(KpiFigure figure, int first, int last) {
    if (first > last) {
      return IntStream.empty();
    }
    return years.subMap(first, true, last, true).keySet().stream()
        .mapToInt(Integer::intValue)
        .filter(year -> has(year, figure));
  }
}
