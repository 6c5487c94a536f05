package org.riskcensus.pipeline.job.losses;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.riskcensus.core.loss.LossField;
import org.riskcensus.core.statistics.Bootstrap;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * What the loss statistics depend on beside the reports: {@code
 * schemas/methods/loss_statistics.yaml}.
 *
 * @param headline measures of {@code marts.loss_measure}, loss columns
 * @param notApplicable by loss column, the kinds that cannot have it
 * @param agreement largest difference between the bases that is none, in the measure's unit
 * @param reportHours by report type, the hours after which a report is late
 * @param confidence of intervals
 * @param normalQuantile of that confidence, two-sided
 * @param bootstrap interval of averages
 * @param returnPeriods years, ascending
 */
public record LossStatisticsMethod(
    List<String> headline,
    Map<String, List<String>> notApplicable,
    double agreement,
    Map<String, Double> reportHours,
    double confidence,
    double normalQuantile,
    Bootstrap bootstrap,
    List<Double> returnPeriods)
    implements Serializable {
  private static final String FILE = "methods/loss_statistics.yaml";

  /**
   * Reads the parameters.
   *
   * @param problems receives everything that is wrong; the method must not be used unless empty
   */
  public static LossStatisticsMethod read(SchemaFiles files, Problems problems) {
    YamlNode root = files.parse(FILE, problems);
    root.allow("method", "version", "title", "doc", "parameters");
    Map<String, YamlNode> parameters =
        root.find("parameters").map(YamlNode::fields).orElse(Map.of());
    Parameters read = new Parameters(root, parameters);
    double confidence = read.value("confidence").number();
    YamlNode draws = read.value("bootstrap");
    return new LossStatisticsMethod(
        fields(read.value("headline_measures")),
        notApplicable(read.value("not_applicable")),
        read.value("agreement").number(),
        read.numbers("report_hours"),
        confidence,
        read.value("normal_quantile").number(),
        bootstrap(draws, confidence),
        read.value("return_periods").items().stream().map(YamlNode::number).toList());
  }

  private static Bootstrap bootstrap(YamlNode draws, double confidence) {
    try {
      int resamples = Math.toIntExact(draws.whole("resamples"));
      return new Bootstrap(resamples, draws.whole("seed"), confidence);
    } catch (IllegalArgumentException | ArithmeticException e) {
      draws.problem(String.valueOf(e.getMessage()));
      return new Bootstrap(100, 0, 0.9);
    }
  }

  private static List<String> fields(YamlNode list) {
    List<String> fields = new ArrayList<>();
    for (YamlNode item : list.items()) {
      if (LossField.find(item.text()).isEmpty()) {
        item.problem("'" + item.text() + "' is no loss column");
      }
      fields.add(item.text());
    }
    return List.copyOf(fields);
  }

  /** Kinds by field, from a file of fields by kind. */
  private static Map<String, List<String>> notApplicable(YamlNode kinds) {
    Map<String, List<String>> byField = new LinkedHashMap<>();
    kinds
        .fields()
        .forEach(
            (kind, list) ->
                fields(list)
                    .forEach(
                        field -> byField.computeIfAbsent(field, f -> new ArrayList<>()).add(kind)));
    return byField;
  }

  /** The parameters of the file, each with its value. */
  private record Parameters(YamlNode root, Map<String, YamlNode> nodes) {
    YamlNode value(String name) {
      YamlNode node = nodes.get(name);
      if (node == null || node.find("value").isEmpty()) {
        root.problem("parameter '" + name + "' with a value is missing");
        return root;
      }
      return node.find("value").get();
    }

    Map<String, Double> numbers(String name) {
      Map<String, Double> numbers = new LinkedHashMap<>();
      value(name).fields().forEach((key, node) -> numbers.put(key, node.number()));
      return numbers;
    }
  }
}
