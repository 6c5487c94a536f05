package org.riskcensus.pipeline.method;

import java.util.List;
import java.util.stream.IntStream;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads how levels are told apart: {@code method: thresholds} with {@code breaks}; {@code
 * natural_breaks}; {@code percentiles} with {@code percents}; {@code mean_deviation} with {@code
 * deviations}, each ascending numbers, one less than there are levels.
 */
final class BreaksReader {

  private static final String OF_RISK = "%d levels of level_scale.yaml";

  private final int levels;
  private final String of;
  private final boolean aboveZero;

  /**
   * A reader of breaks of risk.
   *
   * @param levels number of levels
   */
  BreaksReader(int levels) {
    this(levels, OF_RISK.formatted(levels), true);
  }

  /**
   * A reader.
   *
   * @param levels number of levels
   * @param of what the levels are, for messages
   * @param aboveZero whether breaks lie above 0, the value of places without what is graded
   */
  BreaksReader(int levels, String of, boolean aboveZero) {
    this.levels = levels;
    this.of = of;
    this.aboveZero = aboveZero;
  }

  /** Breaks at equal distances, in the place of wrong ones. */
  List<Double> neutral() {
    return IntStream.range(1, levels).mapToObj(i -> (double) i / levels).toList();
  }

  BreakRule read(YamlNode node) {
    node.allow("method", "breaks", "percents", "deviations");
    String method = node.text("method");
    return switch (method) {
      case "thresholds" -> new BreakRule.Thresholds(thresholds(node));
      case "natural_breaks" -> new BreakRule.Natural(levels);
      case "percentiles" -> new BreakRule.Percentiles(percents(node));
      case "mean_deviation" -> new BreakRule.MeanDeviation(ascending(node, "deviations"));
      default -> {
        if (!method.isEmpty()) {
          node.problem(
              "no breaks by '"
                  + method
                  + "'; use thresholds, natural_breaks, percentiles or mean_deviation");
        }
        yield new BreakRule.Thresholds(neutral());
      }
    };
  }

  /** Of risk above 0, since what has no risk is at the lowest level. */
  private List<Double> thresholds(YamlNode node) {
    List<Double> breaks = ascending(node, "breaks");
    if (aboveZero && !(breaks.get(0) > 0)) {
      node.problem("'breaks' must lie above 0, the index of what has no risk, got " + breaks);
      return neutral();
    }
    return breaks;
  }

  private List<Double> percents(YamlNode node) {
    List<Double> percents = ascending(node, "percents");
    if (percents.stream().anyMatch(p -> !(p > 0 && p < 100))) {
      node.problem("'percents' must lie between 0 and 100, got " + percents);
      return neutral().stream().map(share -> share * 100).toList();
    }
    return percents;
  }

  private List<Double> ascending(YamlNode node, String key) {
    YamlNode list = node.find(key).orElse(node);
    List<Double> numbers = list == node ? List.of() : MethodFile.numbers(list);
    if (numbers.size() != levels - 1) {
      list.problem(
          "'%s' needs %d numbers, which make the %s, got %s"
              .formatted(key, levels - 1, of, numbers));
      return neutral();
    }
    for (int i = 1; i < numbers.size(); i++) {
      if (!(numbers.get(i - 1) < numbers.get(i))) {
        list.problem("levels overlap: '" + key + "' must strictly ascend, got " + numbers);
        return neutral();
      }
    }
    return numbers;
  }
}
