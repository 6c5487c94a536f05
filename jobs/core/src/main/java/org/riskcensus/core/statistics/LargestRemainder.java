package org.riskcensus.core.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rounding that adds up 取整平衡: the parts are rounded so that they sum to their rounded total. Each
 * is rounded down; the units left over go to the largest remainders (Hare–Niemeyer), of equal ones
 * to the first key. No part moves by one unit or more. Applied from province to city to county,
 * every total of a table holds.
 */
public final class LargestRemainder {
  private LargestRemainder() {}

  /** The sum of the parts rounded half up: the total to apportion where no total is given. */
  public static long total(Map<String, Double> parts) {
    return Math.round(parts.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  /**
   * Whole parts that sum to {@code total}.
   *
   * @param parts finite amounts in units of the rounding
   * @param total at least the sum of the parts rounded down, at most that of the parts rounded up
   */
  public static Map<String, Long> apportion(Map<String, Double> parts, long total) {
    Map<String, Long> whole = new TreeMap<>();
    long given = 0;
    for (Map.Entry<String, Double> part : parts.entrySet()) {
      long down = (long) Math.floor(part.getValue());
      whole.put(part.getKey(), down);
      given += down;
    }
    List<String> fractional = fractional(parts);
    long left = total - given;
    if (left < 0 || left > fractional.size()) {
      throw new IllegalArgumentException(
          "%d cannot be apportioned to parts that sum to %s"
              .formatted(total, parts.values().stream().mapToDouble(Double::doubleValue).sum()));
    }
    fractional.subList(0, (int) left).forEach(key -> whole.merge(key, 1L, Long::sum));
    return whole;
  }

  /** Keys of parts that are not whole, the largest remainder first. */
  private static List<String> fractional(Map<String, Double> parts) {
    List<String> keys =
        new ArrayList<>(parts.keySet().stream().filter(key -> remainder(parts, key) > 0).toList());
    keys.sort(
        Comparator.<String>comparingDouble(key -> -remainder(parts, key))
            .thenComparing(Comparator.naturalOrder()));
    return keys;
  }

  private static double remainder(Map<String, Double> parts, String key) {
    double part = parts.getOrDefault(key, 0.0);
    return part - Math.floor(part);
  }
}
