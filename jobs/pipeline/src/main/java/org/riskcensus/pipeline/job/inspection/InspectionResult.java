package org.riskcensus.pipeline.job.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.riskcensus.core.inspection.Acceptance;
import org.riskcensus.core.inspection.ErrorTally;
import org.riskcensus.core.inspection.InspectionLimits;

/**
 * Error rates and verdict of a part of an inspection.
 *
 * @param scope {@code all}, {@code dataset} or {@code county}
 * @param key unit, dataset or county
 * @param objects objects drawn
 * @param tally counts and rates
 * @param acceptance verdict
 */
record InspectionResult(
    String scope, String key, long objects, ErrorTally tally, Acceptance acceptance) {

  static final String ALL = "all";
  static final String DATASET = "dataset";
  static final String COUNTY = "county";

  /** The results of the whole, of each dataset and of each county, in this order. */
  static List<InspectionResult> list(
      String unit, List<InspectedItem> items, InspectionLimits limits) {
    List<InspectionResult> results = new ArrayList<>();
    results.addAll(list(ALL, item -> unit, items, limits));
    results.addAll(list(DATASET, item -> item.item().object().dataset(), items, limits));
    results.addAll(list(COUNTY, item -> item.item().object().county(), items, limits));
    return results;
  }

  private static List<InspectionResult> list(
      String scope,
      Function<InspectedItem, String> key,
      List<InspectedItem> items,
      InspectionLimits limits) {
    Map<String, List<InspectedItem>> parts = new TreeMap<>();
    items.forEach(item -> parts.computeIfAbsent(key.apply(item), k -> new ArrayList<>()).add(item));
    List<InspectionResult> results = new ArrayList<>();
    parts.forEach(
        (name, part) -> {
          ErrorTally tally = new ErrorTally();
          part.forEach(item -> tally.add(item.verdict(), item.item().weight()));
          long objects = part.stream().map(item -> item.item().object()).distinct().count();
          results.add(new InspectionResult(scope, name, objects, tally, limits.judge(tally)));
        });
    return results;
  }

  /** The result in one line of plain text. */
  String line(InspectionWords words) {
    return String.format(
        Locale.ROOT,
        "%-8s %-20s %,6d objects %,7d indicators %,5d wrong %,5d unverifiable  %6.2f%%  weighted %6.2f%%  %s",
        scope,
        key,
        objects,
        tally.items(),
        tally.wrong(),
        tally.unverifiable(),
        100 * tally.errorRate(),
        100 * tally.weightedErrorRate(),
        words.acceptance(acceptance));
  }
}
