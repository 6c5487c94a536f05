package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.capacity.NeedRule;
import org.riskcensus.core.capacity.ReachSteps;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.ColumnType;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.CapacityMethods.Measure;
import org.riskcensus.pipeline.method.CapacityMethods.Reach;
import org.riskcensus.pipeline.method.CapacityMethods.Service;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Reads the methods of capacity products and holds tables, columns and codes to the contracts. */
public final class CapacityMethodsReader {

  private static final Set<ColumnType> NUMBERS =
      Set.of(ColumnType.INT, ColumnType.LONG, ColumnType.DOUBLE);

  private final Contracts contracts;

  private CapacityMethodsReader(Contracts contracts) {
    this.contracts = contracts;
  }

  /** The methods; what is wrong goes to {@code problems}, and they must then not be used. */
  public static CapacityMethods read(SchemaFiles files, Contracts contracts, Problems problems) {
    CapacityMethodsReader reader = new CapacityMethodsReader(contracts);
    MethodFile need = MethodFile.read(files, "capacity_need", problems);
    List<Measure> measures = new ArrayList<>();
    need.names().forEach(id -> reader.measure(id, need).ifPresent(measures::add));
    return new CapacityMethods(services(files, contracts, problems), List.copyOf(measures));
  }

  /** The services alone. */
  public static List<Service> services(SchemaFiles files, Contracts contracts, Problems problems) {
    CapacityMethodsReader reader = new CapacityMethodsReader(contracts);
    MethodFile coverage = MethodFile.read(files, "coverage", problems);
    List<Service> services = new ArrayList<>();
    coverage.names().forEach(id -> reader.service(id, coverage.value(id)).ifPresent(services::add));
    return List.copyOf(services);
  }

  private Optional<Service> service(String id, YamlNode node) {
    node.allow("table", "kinds", "radius", "by", "steps");
    known(node, "coverage_service", id);
    String table = node.text("table");
    boolean steps = node.find("steps").isPresent();
    String column = node.text(steps ? "by" : "radius");
    number(node, table, column);
    List<String> kinds = node.texts("kinds");
    if (!kinds.isEmpty()) {
      kinds(node, table, kinds);
    }
    Optional<Reach> reach =
        steps
            ? steps(node).map(found -> new Reach(column, List.of(found)))
            : Optional.of(new Reach(column, List.of()));
    return reach.map(found -> new Service(id, table, kinds, found));
  }

  private static Optional<ReachSteps> steps(YamlNode node) {
    List<List<Double>> steps =
        node.find("steps").map(YamlNode::items).orElse(List.of()).stream()
            .map(MethodFile::numbers)
            .toList();
    if (steps.stream().anyMatch(step -> step.size() != 2)) {
      node.problem("a step is [size from which on, metres]");
      return Optional.empty();
    }
    return built(
        node,
        () ->
            new ReachSteps(
                steps.stream().map(step -> step.get(0)).toList(),
                steps.stream().map(step -> step.get(1)).toList()));
  }

  private Optional<Measure> measure(String id, MethodFile file) {
    YamlNode node = file.value(id);
    node.allow(
        "stock", "unit", "basis", "per_head", "by_level", "by_county", "wanted_pct", "levels");
    known(node, "capacity_measure", id);
    String[] stock = node.text("stock").split("\\.", 2);
    String column = stock.length == 2 ? stock[1] : "";
    number(node, stock[0], column);
    List<String> levels = node.texts("levels");
    if (levels.isEmpty()) {
      node.problem("'levels' is missing");
    }
    levels.forEach(level -> known(node, "admin_level", level));
    Optional<NeedRule> rule = rule(node);
    return rule.map(
        found ->
            new Measure(
                id,
                stock[0],
                column,
                node.text("unit"),
                found,
                levels,
                file.stated(id, "standard"),
                file.stated(id, "evidence")));
  }

  private Optional<NeedRule> rule(YamlNode node) {
    String basis = node.findText("basis").orElse("");
    if (!basis.isEmpty() && !basis.equals(CapacityMethods.RESIDENTS)) {
      number(node, CapacityMethods.YEARBOOK, basis);
    }
    return built(
        node,
        () ->
            new NeedRule(
                basis,
                node.findNumber("per_head").orElse(0.0),
                figures(node, "by_level"),
                figures(node, "by_county"),
                node.findNumber("wanted_pct").orElse(100.0)));
  }

  private static Map<String, Double> figures(YamlNode node, String key) {
    Map<String, Double> figures = new LinkedHashMap<>();
    node.find(key)
        .ifPresent(map -> map.fields().forEach((name, value) -> figures.put(name, value.number())));
    return figures;
  }

  private static <T> Optional<T> built(YamlNode node, Supplier<T> build) {
    try {
      return Optional.of(build.get());
    } catch (IllegalArgumentException e) {
      node.problem(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void known(YamlNode node, String list, String code) {
    if (contracts.codeList(list).find(code).isEmpty()) {
      node.problem("'" + code + "' is not in the code list " + list);
    }
  }

  private void kinds(YamlNode node, String table, List<String> kinds) {
    String codes = column(table, "kind").map(ColumnContract::codes).orElse(null);
    if (codes == null) {
      node.problem("staging." + table + " has no kinds of a code list");
    } else {
      kinds.forEach(kind -> known(node, codes, kind));
    }
  }

  private void number(YamlNode node, String table, @Nullable String column) {
    boolean found =
        column(table, String.valueOf(column)).filter(c -> NUMBERS.contains(c.type())).isPresent();
    if (!found) {
      node.problem("staging." + table + " has no number '" + column + "'");
    }
  }

  private Optional<ColumnContract> column(String table, String column) {
    return contracts.find("staging." + table).flatMap(contract -> contract.find(column));
  }
}
