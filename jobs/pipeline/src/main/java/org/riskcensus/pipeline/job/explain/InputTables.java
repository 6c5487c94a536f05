package org.riskcensus.pipeline.job.explain;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.AssessedHazard;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Which staging tables stand behind hazards, as their methods read them, and behind indicators, as
 * {@code methods/explain.yaml} says.
 *
 * @param objectsShown how many objects of a hazard are told one by one
 * @param hazards for a hazard its tables, that of its objects first
 * @param inputs for a hazard the fields of its objects that its index follows from
 * @param indicators for an indicator its tables
 * @param common tables behind every grade
 */
record InputTables(
    int objectsShown,
    Map<String, List<String>> hazards,
    Map<String, List<String>> inputs,
    Map<String, List<String>> indicators,
    List<String> common) {

  /** Reads the files and notes every table and field that there is none of. */
  static InputTables read(SchemaFiles files, Contracts contracts, Problems problems) {
    YamlNode root = files.parse("methods/explain.yaml", problems);
    root.allow("method", "version", "title", "doc", "objects_shown", "indicators", "common");
    Map<String, List<String>> hazards = new LinkedHashMap<>();
    Map<String, List<String>> inputs = new LinkedHashMap<>();
    for (AssessedHazard hazard : hazards(files, problems)) {
      requireFields(hazard, files, contracts, problems);
      hazards.put(hazard.code(), hazard.tables());
      inputs.put(hazard.code(), hazard.inputs());
    }
    Map<String, List<String>> indicators = new LinkedHashMap<>();
    YamlNode ofIndicators = root.find("indicators").orElse(root);
    ofIndicators
        .fields()
        .keySet()
        .forEach(name -> indicators.put(name, tables(ofIndicators, name, contracts)));
    return new InputTables(
        (int) root.whole("objects_shown"),
        hazards,
        inputs,
        indicators,
        tables(root, "common", contracts));
  }

  private static List<AssessedHazard> hazards(SchemaFiles files, Problems problems) {
    return AssessmentMethods.read(files, problems)
        .map(AssessmentMethods::hazards)
        .orElse(List.of());
  }

  private static void requireFields(
      AssessedHazard hazard, SchemaFiles files, Contracts contracts, Problems problems) {
    contracts
        .find("staging." + hazard.table())
        .ifPresent(
            table ->
                hazard.inputs().stream()
                    .filter(field -> table.find(field).isEmpty())
                    .forEach(
                        field ->
                            problems.add(
                                files.place("staging/" + hazard.table() + ".yaml"),
                                0,
                                "the method of %s reads the column '%s', which is not there"
                                    .formatted(hazard.code(), field))));
  }

  private static List<String> tables(YamlNode node, String key, Contracts contracts) {
    List<String> tables = node.texts(key);
    tables.stream()
        .filter(table -> contracts.find("staging." + table).isEmpty())
        .forEach(table -> node.problem(key + ": there is no table staging." + table));
    return tables;
  }

  /** The table of a hazard's objects. */
  String objectsOf(String hazard) {
    return hazards.getOrDefault(hazard, List.of()).get(0);
  }

  /** For each hazard the table of its objects. */
  Map<String, String> objectTables() {
    Map<String, String> tables = new LinkedHashMap<>();
    hazards.forEach((hazard, all) -> tables.put(hazard, all.get(0)));
    return tables;
  }

  /** The tables behind some hazards and all indicators, each once. */
  Set<String> behind(List<String> ofHazards) {
    Set<String> tables = new LinkedHashSet<>(common);
    ofHazards.forEach(hazard -> tables.addAll(hazards.getOrDefault(hazard, List.of())));
    indicators.values().forEach(tables::addAll);
    return tables;
  }
}
