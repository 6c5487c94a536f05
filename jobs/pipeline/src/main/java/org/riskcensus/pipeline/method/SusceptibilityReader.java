package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.core.hazard.GeohazardMethod;
import org.riskcensus.core.susceptibility.FactorClasses;
import org.riskcensus.core.susceptibility.SusceptibilityMethod;
import org.riskcensus.core.zoning.BorderTolerance;
import org.riskcensus.core.zoning.Generalisation;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads the method of susceptibility and holds its factors, statuses and classes to their code
 * lists.
 */
final class SusceptibilityReader {

  static final String NAME = "susceptibility";

  private final MethodFile file;
  private final Set<String> factors;
  private final Set<String> statuses;
  private final List<String> classes;

  SusceptibilityReader(MethodFile file, SchemaFiles schemas, Problems problems) {
    this.file = file;
    this.factors = new TreeSet<>(CodeList.read(schemas, "geo_factor", problems).codes());
    this.statuses = new TreeSet<>(CodeList.read(schemas, "geohazard_status", problems).codes());
    List<String> codes =
        new ArrayList<>(CodeList.read(schemas, "susceptibility_class", problems).codes());
    codes.remove(SusceptibilityMethod.UNKNOWN);
    Collections.reverse(codes);
    this.classes = codes;
  }

  /**
   * The method; empty, with everything noted that is wrong, where anything is.
   *
   * @param hazards those that are assessed
   * @param borders how borders on maps are smoothed
   */
  Optional<SusceptibilityMethod> read(List<AssessedHazard> hazards, BorderTolerance borders) {
    BreakRule breaks =
        new BreaksReader(classes.size(), classes.size() + " classes of susceptibility", false)
            .read(file.value("class_breaks"));
    Map<String, FactorClasses> used = factors();
    List<String> counted = counted();
    Map<String, Double> background = background(hazards);
    Set<String> onMap = new TreeSet<>(classes);
    onMap.add(SusceptibilityMethod.UNKNOWN);
    Map<String, Double> minimum = figures("area_minimum_m2", onMap);
    return file.build(
        () ->
            new SusceptibilityMethod(
                used,
                Set.copyOf(counted),
                new SusceptibilityMethod.Needs(
                    file.integer("minimum_points"),
                    file.integer("minimum_factors"),
                    file.share("minimum_coverage")),
                file.number("empty_points"),
                classes,
                breaks,
                background,
                new Generalisation(minimum, borders)));
  }

  private Map<String, FactorClasses> factors() {
    Map<String, FactorClasses> used = new LinkedHashMap<>();
    YamlNode all = file.value("factors");
    all.fields().forEach((code, node) -> used.put(code, classes(code, node)));
    if (used.isEmpty()) {
      all.problem("name one factor at least, such as slope: {breaks: [15, 25]}");
    }
    return used;
  }

  private FactorClasses classes(String code, YamlNode node) {
    if (!factors.contains(code)) {
      node.problem("'" + code + "' is not in the code list geo_factor; it has " + factors);
    }
    node.allow("breaks");
    List<Double> breaks = node.find("breaks").map(MethodFile::numbers).orElse(List.of());
    try {
      return new FactorClasses(breaks);
    } catch (IllegalArgumentException e) {
      node.problem(code + ": " + e.getMessage());
      return new FactorClasses(List.of());
    }
  }

  private List<String> counted() {
    YamlNode node = file.value("counted_statuses");
    List<String> counted = node.items().stream().map(YamlNode::text).toList();
    Set<String> unknown = new TreeSet<>(counted);
    unknown.removeAll(statuses);
    if (!unknown.isEmpty() || counted.isEmpty()) {
      node.problem(
          "counted_statuses must be of the code list geohazard_status, %s, got %s"
              .formatted(statuses, counted));
    }
    return counted;
  }

  /** Never falling with the class, and below every index inside an influence zone. */
  private Map<String, Double> background(List<AssessedHazard> hazards) {
    YamlNode node = file.value("background_scores");
    Map<String, Double> scores = figures("background_scores", new TreeSet<>(classes));
    double before = 0;
    for (String code : classes) {
      double score = scores.getOrDefault(code, before);
      if (!(score >= before && score <= 1)) {
        node.problem(
            "background_scores must lie in 0..1 and not fall from " + classes + ", got " + scores);
        return scores;
      }
      before = score;
    }
    double highest = before;
    hazards.stream()
        .filter(hazard -> hazard.method() instanceof GeohazardMethod)
        .mapToDouble(hazard -> ((GeohazardMethod) hazard.method()).leastIndex())
        .filter(least -> highest >= least)
        .forEach(
            least ->
                node.problem(
                    ("background_scores must lie below %.4f, the least index of a hazard point,"
                            + " so that points decide in their zones; got %s")
                        .formatted(least, scores)));
    return scores;
  }

  private Map<String, Double> figures(String name, Set<String> codes) {
    Map<String, Double> figures = file.table(name);
    if (!figures.keySet().equals(codes)) {
      file.value(name)
          .problem(
              name + " must name each of " + codes + ", got " + new TreeSet<>(figures.keySet()));
    }
    return figures;
  }
}
