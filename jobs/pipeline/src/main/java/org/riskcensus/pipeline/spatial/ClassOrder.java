package org.riskcensus.pipeline.spatial;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the classes of a right side is the highest. A row without a value is in a class of its
 * own, below all others: what is not known does not outrank what is.
 *
 * @param ranks by the text of a value, 0 the highest; several values may have one rank
 * @param labels the value each rank is shown as
 */
public record ClassOrder(HashMap<String, Integer> ranks, ArrayList<Object> labels)
    implements Serializable {

  /**
   * The order of the values that occur.
   *
   * @param highestFirst classes, each as the texts it may have; empty: by number, the largest first
   * @param unknown receives the values that are in no class, or are no numbers
   */
  public static ClassOrder of(
      List<?> values, List<List<String>> highestFirst, List<String> unknown) {
    List<Object> sorted = new ArrayList<>(values);
    sorted.sort(Comparator.comparing(String::valueOf));
    Map<String, Double> places = new HashMap<>();
    for (Object value : sorted) {
      String text = String.valueOf(value);
      Double place = highestFirst.isEmpty() ? number(text) : place(text, highestFirst);
      if (place == null) {
        unknown.add(text);
      } else {
        places.put(text, place);
      }
    }
    sorted.removeIf(value -> !places.containsKey(String.valueOf(value)));
    sorted.sort(Comparator.comparing(value -> places.get(String.valueOf(value))));
    HashMap<String, Integer> ranks = new HashMap<>();
    ArrayList<Object> labels = new ArrayList<>();
    double last = Double.NaN;
    for (Object value : sorted) {
      double place = places.getOrDefault(String.valueOf(value), Double.NaN);
      if (place != last) {
        labels.add(value);
      }
      ranks.put(String.valueOf(value), labels.size() - 1);
      last = place;
    }
    return new ClassOrder(ranks, labels);
  }

  private static @Nullable Double number(String text) {
    try {
      return -new BigDecimal(text.strip()).doubleValue();
    } catch (NumberFormatException e) {
      return null; // the caller tells it
    }
  }

  private static @Nullable Double place(String text, List<List<String>> highestFirst) {
    for (int i = 0; i < highestFirst.size(); i++) {
      if (highestFirst.get(i).contains(text.strip())) {
        return (double) i;
      }
    }
    return null;
  }

  int rank(@Nullable Object value) {
    if (value == null) {
      return labels.size();
    }
    Integer rank = ranks.get(String.valueOf(value));
    if (rank == null) {
      throw new IllegalStateException("class '" + value + "' has no rank: its file has changed");
    }
    return rank;
  }

  @Nullable Object label(int rank) {
    return rank < labels.size() ? labels.get(rank) : null;
  }
}
