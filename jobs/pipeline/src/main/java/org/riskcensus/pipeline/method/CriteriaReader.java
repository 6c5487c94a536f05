package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.riskcensus.core.hazard.CriteriaMethod;
import org.riskcensus.core.hazard.CriteriaMethod.Combination;
import org.riskcensus.core.hazard.Criterion;
import org.riskcensus.core.hazard.Influence;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.weighting.Weighting;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.GeometryKind;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads a hazard by criteria and holds it to the contract of its table. Parameters are {@code
 * combination}, {@code weights} and {@code influence_m}; every other one is a criterion, named like
 * its column.
 */
final class CriteriaReader {

  private static final String COMBINATION = "combination";
  private static final String WEIGHTS = "weights";
  private static final String INFLUENCE = "influence_m";
  private static final Set<String> RESERVED = Set.of(COMBINATION, WEIGHTS, INFLUENCE);
  private static final Set<GeometryKind> SHAPES =
      Set.of(GeometryKind.POINT, GeometryKind.LINE, GeometryKind.POLYGON, GeometryKind.ANY);

  private final MethodFile file;
  private final LevelBreaks breaks;
  private final Contracts contracts;

  /** A reader; what is wrong with contracts themselves, their own reader tells. */
  CriteriaReader(SchemaFiles schemas, MethodFile file, LevelBreaks breaks) {
    this.file = file;
    this.breaks = breaks;
    this.contracts = Contracts.read(schemas, new Problems());
  }

  /** The hazard; empty, with everything noted that is wrong, where anything is. */
  Optional<AssessedHazard> read(CodeList.Entry hazard) {
    Optional<TableContract> found = contract();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    TableContract table = found.orElseThrow();
    Optional<Combination> combination = combination();
    List<String> columns = file.names().stream().filter(name -> !RESERVED.contains(name)).toList();
    if (columns.isEmpty()) {
      file.problem("there is no criterion: name a parameter like a column of " + table.name());
    }
    Map<String, Double> weights = weights(combination, columns);
    CriterionReader reader = new CriterionReader(table, contracts);
    List<Criterion> criteria = new ArrayList<>();
    for (String column : columns) {
      YamlNode node = file.value(column);
      reader.read(column, node, weights.getOrDefault(column, 1.0)).ifPresent(criteria::add);
    }
    if (criteria.size() == columns.size() && criteria.stream().noneMatch(c -> known(table, c))) {
      file.problem(
          "an object may have no index at all: require one of the columns in the contract, or give"
              + " one of the criteria an index under 'missing'");
    }
    Influence influence = new InfluenceReader(table, contracts).read(file, INFLUENCE);
    return combination.flatMap(
        rule ->
            file.build(() -> new CriteriaMethod(criteria, rule, influence, breaks))
                .map(
                    method ->
                        new AssessedHazard(
                            hazard.code(),
                            hazard.zh(),
                            List.of(table.simpleName()),
                            inputs(columns, influence),
                            method)));
  }

  private Optional<TableContract> contract() {
    String name = file.findText(HazardsReader.TABLE).orElse("");
    Optional<TableContract> table = contracts.find("staging." + name);
    if (table.isEmpty()) {
      file.problem(
          "'table' names the staging table of the hazard's objects; there is no contract"
              + " staging/%s.yaml%s".formatted(name, SchemaFiles.whereOwnAre()));
    }
    table
        .filter(contract -> !SHAPES.contains(contract.geometry()))
        .ifPresent(
            contract ->
                file.problem(
                    contract.name() + " must have a geometry: point, line, polygon or any"));
    for (String column : List.of("object_id", "county_code")) {
      table
          .filter(contract -> contract.find(column).isEmpty())
          .ifPresent(
              contract ->
                  file.problem(contract.name() + " must include the fragments survey and lineage"));
    }
    return table;
  }

  private Optional<Combination> combination() {
    String name = file.value(COMBINATION).text().toUpperCase(Locale.ROOT);
    for (Combination combination : Combination.values()) {
      if (combination.name().equals(name)) {
        return Optional.of(combination);
      }
    }
    file.value(COMBINATION).problem("'combination' must be strongest or weighted");
    return Optional.empty();
  }

  private Map<String, Double> weights(Optional<Combination> combination, List<String> columns) {
    boolean given = file.names().contains(WEIGHTS);
    if (combination.filter(Combination.WEIGHTED::equals).isPresent()) {
      Weighting weighting = WeightsReader.read(file.value(WEIGHTS), columns, false);
      return weighting.weights();
    }
    if (given && combination.isPresent()) {
      file.value(WEIGHTS).problem("the strongest criterion counts alone: leave 'weights' out");
    }
    return Map.of();
  }

  /** Whether every object has an index by this criterion that counts. */
  private static boolean known(TableContract table, Criterion criterion) {
    return criterion.weight() > 0
        && (criterion.missing() != null || table.get(criterion.column()).required());
  }

  private static List<String> inputs(List<String> columns, Influence influence) {
    Set<String> inputs = new LinkedHashSet<>(columns);
    if (influence instanceof Influence.Measured measured) {
      inputs.add(measured.column());
    }
    if (influence instanceof Influence.Coded coded) {
      inputs.add(coded.column());
    }
    return Collections.unmodifiableList(new ArrayList<>(inputs));
  }
}
