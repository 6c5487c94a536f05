package org.riskcensus.pipeline.job.losses;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.riskcensus.core.statistics.RatioIndicator;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * One indicator of {@code schemas/methods/loss_indicators.yaml}; a component per key of the file.
 *
 * @param ratio what is computed
 * @param meanYears over how many years means are given as well; 0 for none
 */
public record IndicatorDefinition(
    String id,
    String topic,
    String name,
    String unit,
    RatioIndicator ratio,
    int meanYears,
    String formula,
    String evidence)
    implements Serializable {
  private static final String FILE = "methods/loss_indicators.yaml";

  /**
   * Reads all indicators, in the order of the file.
   *
   * @param problems receives everything that is wrong
   */
  static List<IndicatorDefinition> list(SchemaFiles files, Problems problems) {
    YamlNode root = files.parse(FILE, problems);
    root.allow("method", "version", "title", "doc", "indicators");
    List<IndicatorDefinition> definitions = new ArrayList<>();
    root.find("indicators")
        .ifPresent(all -> all.fields().forEach((id, node) -> definitions.add(read(id, node))));
    return List.copyOf(definitions);
  }

  private static IndicatorDefinition read(String id, YamlNode node) {
    node.allow(
        "topic",
        "name",
        "unit",
        "base",
        "terms",
        "denominator",
        "left_out",
        "mean_years",
        "formula",
        "evidence");
    double base = node.number("base");
    if (!(base > 0)) {
      node.problem("the base of " + id + " must be above zero");
      base = 1;
    }
    String leftOut = node.findText("left_out").orElse("");
    Map<String, Double> terms = terms(node);
    if (terms.isEmpty() && leftOut.isEmpty()) {
      node.problem(id + " needs 'terms', or 'left_out' that says why it has none");
    }
    return new IndicatorDefinition(
        id,
        node.text("topic"),
        node.text("name"),
        node.text("unit"),
        new RatioIndicator(terms, node.findText("denominator").orElse(""), base, leftOut),
        node.findNumber("mean_years").orElse(0.0).intValue(),
        node.text("formula"),
        node.text("evidence"));
  }

  private static Map<String, Double> terms(YamlNode node) {
    Map<String, Double> terms = new LinkedHashMap<>();
    for (String term : node.texts("terms")) {
      String[] parts = term.split(":", 2);
      try {
        terms.put(parts[0], parts.length == 1 ? 1.0 : Double.parseDouble(parts[1]));
      } catch (NumberFormatException e) {
        node.problem("'" + term + "' is no column with a factor, such as injured:1");
      }
    }
    return terms;
  }
}
