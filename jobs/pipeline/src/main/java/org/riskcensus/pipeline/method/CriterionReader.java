package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.hazard.Criterion;
import org.riskcensus.core.hazard.Curve;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads one criterion: {@code curve}, a list of {@code [value, index]}, for a number, or {@code
 * classes}, an index for each code; and {@code missing} where the column may be empty.
 */
final class CriterionReader {

  private static final String LEFT_OUT = "left_out";

  private final TableContract table;
  private final Contracts contracts;

  CriterionReader(TableContract table, Contracts contracts) {
    this.table = table;
    this.contracts = contracts;
  }

  /** The criterion of a column; empty, with the problem noted, where it is wrong. */
  Optional<Criterion> read(String name, YamlNode node, double weight) {
    node.allow("curve", "classes", "missing");
    Optional<ColumnContract> column = table.find(name);
    if (column.isEmpty()) {
      node.problem(
          "%s has no column '%s' for a criterion; it has %s"
              .formatted(
                  table.name(),
                  name,
                  table.filedColumns().stream().map(ColumnContract::name).toList()));
      return Optional.empty();
    }
    Optional<Criterion.Scale> scale = scale(column.orElseThrow(), node);
    Double missing = missing(column.orElseThrow(), node);
    return scale.map(found -> new Criterion(name, found, Math.max(0, weight), missing));
  }

  private Optional<Criterion.Scale> scale(ColumnContract column, YamlNode node) {
    Optional<YamlNode> curve = node.find("curve");
    Optional<YamlNode> classes = node.find("classes");
    if (curve.isPresent() == classes.isPresent()) {
      node.problem("either 'curve' or 'classes' is wanted for '" + column.name() + "'");
      return Optional.empty();
    }
    return curve.isPresent()
        ? measured(column, curve.orElseThrow())
        : coded(column, classes.orElseThrow());
  }

  private Optional<Criterion.Scale> measured(ColumnContract column, YamlNode node) {
    if (!column.type().numeric()) {
      node.problem(
          "a curve is for numbers, but '%s' is %s; use 'classes'"
              .formatted(column.name(), column.type().text()));
      return Optional.empty();
    }
    List<List<Double>> nodes = node.items().stream().map(MethodFile::numbers).toList();
    if (nodes.isEmpty() || nodes.stream().anyMatch(n -> n.size() != 2)) {
      node.problem("a node of a curve is [measured value, index]");
      return Optional.empty();
    }
    try {
      return Optional.of(curve(nodes));
    } catch (IllegalArgumentException e) {
      node.problem("curve of '" + column.name() + "': " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A curve that falls is kept as one that never falls, over the negative of the value. */
  private static Criterion.Scale curve(List<List<Double>> nodes) {
    List<Double> values = new ArrayList<>(nodes.stream().map(node -> node.get(0)).toList());
    List<Double> indices = new ArrayList<>(nodes.stream().map(node -> node.get(1)).toList());
    boolean falling = indices.get(0) > indices.get(indices.size() - 1);
    if (falling) {
      values.replaceAll(value -> -value);
      Collections.reverse(values);
      Collections.reverse(indices);
    }
    try {
      return new Criterion.Measured(new Curve(values, indices), falling);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "values must strictly ascend, and indices rise or fall throughout within 0..1, got "
              + nodes,
          e);
    }
  }

  private Optional<Criterion.Scale> coded(ColumnContract column, YamlNode node) {
    Map<String, Double> indices = new LinkedHashMap<>();
    node.fields().forEach((code, value) -> indices.put(code, share(value)));
    if (!ClassCodes.check(column, contracts, node)) {
      return Optional.empty();
    }
    return node.isMap() && indices.values().stream().noneMatch(index -> index.isNaN())
        ? Optional.of(new Criterion.Coded(indices))
        : Optional.empty();
  }

  private @Nullable Double missing(ColumnContract column, YamlNode node) {
    Optional<YamlNode> stated = node.find("missing");
    if (column.required() && stated.isPresent()) {
      node.problem("the contract requires '" + column.name() + "': leave 'missing' out");
    }
    if (!column.required() && stated.isEmpty()) {
      node.problem(
          "'%s' may be empty: say under 'missing' whether the criterion is then left_out, or its index"
              .formatted(column.name()));
    }
    if (stated.isEmpty() || stated.orElseThrow().text().equals(LEFT_OUT)) {
      return null;
    }
    double index = share(stated.orElseThrow());
    return Double.isNaN(index) ? null : index;
  }

  /** A number from 0 to 1; NaN, with the problem noted, where it is none. */
  private static double share(YamlNode node) {
    double index = node.number();
    if (index < 0 || index > 1) {
      node.problem("an index must lie in 0..1, got " + index);
      return Double.NaN;
    }
    return index;
  }
}
