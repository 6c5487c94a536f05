package org.riskcensus.pipeline.job.inspection;

import java.util.ArrayList;
import java.util.List;

/** Ascending numbers in short, such as {@code 3, 5–9}. */
final class NumberRanges {

  private static final int MOST = 20;

  private NumberRanges() {}

  static String of(Iterable<Integer> ascending) {
    List<String> ranges = new ArrayList<>();
    Integer first = null;
    int last = 0;
    for (int number : ascending) {
      if (first != null && number != last + 1) {
        ranges.add(range(first, last));
        first = null;
      }
      first = first == null ? number : first;
      last = number;
    }
    if (first != null) {
      ranges.add(range(first, last));
    }
    boolean more = ranges.size() > MOST;
    return String.join(", ", more ? ranges.subList(0, MOST) : ranges) + (more ? ", …" : "");
  }

  private static String range(int first, int last) {
    return first == last ? Integer.toString(first) : first + "–" + last;
  }
}
