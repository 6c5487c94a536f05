package org.riskcensus.pipeline.method;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.riskcensus.core.hazard.Influence;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.GeometryKind;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads how far around its objects a hazard acts: a distance, {@code {column: C}} for one that is
 * surveyed, or {@code {column: C, classes: {code: metres}}}. Points and lines need one.
 */
final class InfluenceReader {

  /** Wider than a county: what acts farther tells no place from another, and is often mistyped. */
  private static final int MOST_METRES = 100_000;

  private final TableContract table;
  private final Contracts contracts;
  private final boolean needed;

  InfluenceReader(TableContract table, Contracts contracts) {
    this.table = table;
    this.contracts = contracts;
    this.needed = table.geometry() != GeometryKind.POLYGON;
  }

  /** The influence that the file states; none, with the problem noted, where it is wrong. */
  Influence read(MethodFile file, String parameter) {
    if (!file.names().contains(parameter)) {
      if (needed) {
        file.problem(
            "%s holds points or lines, so '%s' has to say how far around them the hazard acts"
                .formatted(table.name(), parameter));
      }
      return Influence.none();
    }
    YamlNode node = file.value(parameter);
    if (!node.isMap()) {
      return new Influence.Constant(metres(node));
    }
    node.allow("column", "classes");
    String name = node.text("column");
    Optional<ColumnContract> column = table.find(name).filter(ColumnContract::required);
    if (column.isEmpty()) {
      node.problem(table.name() + " has no column '" + name + "' that every object must have");
      return Influence.none();
    }
    return node.find("classes")
        .map(classes -> coded(column.orElseThrow(), classes))
        .orElseGet(() -> measured(column.orElseThrow(), node));
  }

  private Influence measured(ColumnContract column, YamlNode node) {
    var range = column.range();
    boolean metres = column.type().numeric() && column.unit().equals("m");
    if (!metres || range == null || !allowed(range.min()) || !allowed(range.max())) {
      node.problem(
          "'%s' must be a number in m with a range from %s to at most %d m"
              .formatted(column.name(), needed ? "above 0" : "0", MOST_METRES));
    }
    return new Influence.Measured(column.name());
  }

  private Influence coded(ColumnContract column, YamlNode node) {
    Map<String, Double> metres = new LinkedHashMap<>();
    node.fields().forEach((code, value) -> metres.put(code, metres(value)));
    ClassCodes.check(column, contracts, node);
    return new Influence.Coded(column.name(), Map.copyOf(metres));
  }

  private double metres(YamlNode node) {
    double metres = node.number();
    if (!Double.isNaN(metres) && !allowed(metres)) {
      node.problem(
          "the distance must lie %s 0 m and at most %d m, got %s"
              .formatted(needed ? "above" : "from", MOST_METRES, node.text()));
    }
    return metres;
  }

  private boolean allowed(double metres) {
    return metres >= 0 && metres <= MOST_METRES && !(needed && metres == 0);
  }
}
