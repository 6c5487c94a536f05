package org.riskcensus.pipeline.method;

import java.util.List;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads how four levels are told apart: {@code method: thresholds} with {@code breaks}; {@code
 * natural_breaks}; {@code percentiles} with {@code percents}; {@code mean_deviation} with {@code
 * deviations}, each three ascending numbers.
 */
final class BreaksReader {

  private static final int LEVELS = 4;
  private static final List<Double> NEUTRAL = List.of(0.25, 0.5, 0.75);

  private BreaksReader() {}

  static BreakRule read(YamlNode node) {
    node.allow("method", "breaks", "percents", "deviations");
    String method = node.text("method");
    return switch (method) {
      case "thresholds" -> new BreakRule.Thresholds(ascending(node, "breaks"));
      case "natural_breaks" -> new BreakRule.Natural(LEVELS);
      case "percentiles" -> new BreakRule.Percentiles(percents(node));
      case "mean_deviation" -> new BreakRule.MeanDeviation(ascending(node, "deviations"));
      default -> {
        if (!method.isEmpty()) {
          node.problem(
              "no breaks by '"
                  + method
                  + "'; use thresholds, natural_breaks, percentiles or mean_deviation");
        }
        yield new BreakRule.Thresholds(NEUTRAL);
      }
    };
  }

  private static List<Double> percents(YamlNode node) {
    List<Double> percents = ascending(node, "percents");
    if (percents.stream().anyMatch(p -> !(p > 0 && p < 100))) {
      node.problem("'percents' must lie between 0 and 100, got " + percents);
      return List.of(25.0, 50.0, 75.0);
    }
    return percents;
  }

  private static List<Double> ascending(YamlNode node, String key) {
    YamlNode list = node.find(key).orElse(node);
    List<Double> numbers = list == node ? List.of() : MethodFile.numbers(list);
    if (numbers.size() != LEVELS - 1) {
      list.problem("'" + key + "' needs three numbers, which make four levels, got " + numbers);
      return NEUTRAL;
    }
    for (int i = 1; i < numbers.size(); i++) {
      if (!(numbers.get(i - 1) < numbers.get(i))) {
        list.problem("levels overlap: '" + key + "' must strictly ascend, got " + numbers);
        return NEUTRAL;
      }
    }
    return numbers;
  }
}
