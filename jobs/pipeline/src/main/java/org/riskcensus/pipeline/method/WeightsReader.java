package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.riskcensus.core.weighting.ComparisonMatrix;
import org.riskcensus.core.weighting.Weighting;
import org.riskcensus.core.weighting.Weighting.Kind;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads weights 权重: {@code method: given} with {@code weights} by indicator and sum 1; {@code ahp}
 * with {@code order} and {@code matrix} (entries such as {@code 3} or {@code 1/3}); {@code
 * entropy}; {@code combined} with weights or a matrix of the experts. Every problem is told at its
 * line, and equal weights are returned in its place.
 */
final class WeightsReader {

  private static final double SUM_TOLERANCE = 1e-6;

  private final YamlNode node;
  private final List<String> indicators;

  private WeightsReader(YamlNode node, Collection<String> indicators) {
    this.node = node;
    this.indicators = List.copyOf(indicators);
  }

  /**
   * Reads the weights of {@code indicators}, in whose order they are returned.
   *
   * @param fromData whether entropy can be computed for these indicators
   */
  static Weighting read(YamlNode node, Collection<String> indicators, boolean fromData) {
    WeightsReader reader = new WeightsReader(node, indicators);
    node.allow("method", "weights", "order", "matrix");
    Kind kind = reader.kind();
    if (!fromData && (kind == Kind.ENTROPY || kind == Kind.COMBINED)) {
      node.problem("entropy is computed for exposure only; use 'given' or 'ahp' here");
      return Weighting.given(reader.equal());
    }
    if (kind == Kind.ENTROPY) {
      return new Weighting(kind, reader.equal(), 0);
    }
    return kind == Kind.AHP || node.find("matrix").isPresent()
        ? reader.compared(kind)
        : new Weighting(kind, reader.given(), 0);
  }

  private Kind kind() {
    String method = node.text("method");
    try {
      return Kind.valueOf(method.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      if (!method.isEmpty()) {
        node.problem("no weights by '" + method + "'; use given, ahp, entropy or combined");
      }
      return Kind.GIVEN;
    }
  }

  private Map<String, Double> equal() {
    Map<String, Double> weights = new LinkedHashMap<>();
    indicators.forEach(indicator -> weights.put(indicator, 1.0 / indicators.size()));
    return weights;
  }

  private Map<String, Double> given() {
    YamlNode given = node.find("weights").orElse(node);
    if (given == node) {
      node.problem("'weights' is missing: a weight for each of " + indicators);
      return equal();
    }
    Map<String, Double> found = new HashMap<>();
    double sum = 0;
    for (Map.Entry<String, YamlNode> entry : given.fields().entrySet()) {
      double weight = entry.getValue().number();
      if (weight < 0) {
        entry.getValue().problem("a weight is not negative, got " + weight);
      }
      sum += weight;
      found.put(entry.getKey(), weight);
    }
    requireIndicators(given, found.keySet());
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      given.problem("weights must sum to 1, but sum to " + Math.rint(sum * 1e6) / 1e6);
    }
    return inOrder(found);
  }

  private Weighting compared(Kind kind) {
    List<String> order = node.texts("order");
    requireIndicators(node.find("order").orElse(node), order);
    List<List<Double>> rows = new ArrayList<>();
    YamlNode matrix = node.find("matrix").orElse(node);
    if (matrix == node) {
      node.problem("'matrix' of comparisons is missing, a row for each of 'order'");
      return new Weighting(kind, equal(), 0);
    }
    for (YamlNode row : matrix.items()) {
      rows.add(row.items().stream().map(WeightsReader::ratio).toList());
    }
    try {
      return compared(kind, order, new ComparisonMatrix(rows));
    } catch (IllegalArgumentException e) {
      matrix.problem(String.valueOf(e.getMessage()));
      return new Weighting(kind, equal(), 0);
    }
  }

  private Weighting compared(Kind kind, List<String> order, ComparisonMatrix matrix) {
    double ratio = matrix.consistencyRatio();
    double[] weights = matrix.weights();
    if (weights.length != order.size()) {
      throw new IllegalArgumentException(
          "the matrix has " + weights.length + " rows, 'order' names " + order.size());
    }
    if (ratio >= ComparisonMatrix.CONSISTENCY_LIMIT) {
      throw new IllegalArgumentException(
          "the comparisons contradict each other: consistency ratio CR = %.3f, which must lie below %.2f"
              .formatted(ratio, ComparisonMatrix.CONSISTENCY_LIMIT));
    }
    Map<String, Double> found = new HashMap<>();
    for (int i = 0; i < weights.length; i++) {
      found.put(order.get(i), weights[i]);
    }
    return new Weighting(kind, inOrder(found), ratio);
  }

  private Map<String, Double> inOrder(Map<String, Double> found) {
    Map<String, Double> weights = new LinkedHashMap<>();
    indicators.forEach(indicator -> weights.put(indicator, found.getOrDefault(indicator, 0.0)));
    return weights;
  }

  private void requireIndicators(YamlNode at, Collection<String> named) {
    for (String name : named) {
      if (!indicators.contains(name)) {
        at.problem("unknown indicator '" + name + "'; known here: " + indicators);
      }
    }
    for (String indicator : indicators) {
      if (!named.contains(indicator)) {
        at.problem("no weight for '" + indicator + "'; write 0 where it is not to count");
      }
    }
  }

  private static double ratio(YamlNode node) {
    String[] parts = node.text().split("/", 2);
    if (parts.length == 1) {
      return node.number();
    }
    try {
      return Double.parseDouble(parts[0].trim()) / Double.parseDouble(parts[1].trim());
    } catch (NumberFormatException e) {
      node.problem("'" + node.text() + "' is neither a number nor a fraction such as 1/3");
      return 1;
    }
  }
}
