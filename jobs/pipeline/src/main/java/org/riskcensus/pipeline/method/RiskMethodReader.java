package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.risk.ComprehensiveMethod;
import org.riskcensus.core.risk.DisasterChain;
import org.riskcensus.core.risk.RiskMethod;
import org.riskcensus.core.weighting.Weighting;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Reads how risks become levels and one comprehensive risk: levels, comprehensive, chain. */
final class RiskMethodReader {

  private final Set<String> hazards;
  private final BreaksReader breaks;
  private final Set<String> lossKinds;

  RiskMethodReader(SchemaFiles schemas, int levels, Problems problems) {
    this.breaks = new BreaksReader(levels);
    this.hazards = codes(schemas, "hazard", problems);
    this.lossKinds = codes(schemas, "loss_kind", problems);
  }

  private static Set<String> codes(SchemaFiles schemas, String list, Problems problems) {
    return new TreeSet<>(CodeList.read(schemas, list, problems).codes());
  }

  /** Breaks of the hazard index, which the hazards' own curves are drawn against. */
  LevelBreaks hazardLevels(MethodFile levels) {
    YamlNode node = levels.value("hazard_breaks");
    if (breaks.read(node) instanceof BreakRule.Thresholds thresholds) {
      return new LevelBreaks(thresholds.bounds());
    }
    node.problem("the hazard index has fixed breaks: use thresholds");
    return new LevelBreaks(breaks.neutral());
  }

  Optional<RiskMethod> read(MethodFile levels, Function<String, MethodFile> files) {
    MethodFile comprehensive = files.apply("comprehensive");
    Optional<DisasterChain> chain = chain(files.apply("chain"));
    Optional<ComprehensiveMethod> method =
        comprehensive.build(
            () -> comprehensive(comprehensive, chain.orElseGet(DisasterChain::none)));
    return levels.build(() -> levelled(levels)).flatMap(method::map);
  }

  private Function<ComprehensiveMethod, RiskMethod> levelled(MethodFile levels) {
    BreakRule ofHazards = breaks.read(levels.value("risk_breaks"));
    BreakRule ofAll = breaks.read(levels.value("comprehensive_breaks"));
    double cell = levels.share("min_cell_share");
    double unit = levels.share("min_unit_share");
    return method -> new RiskMethod(method, ofHazards, ofAll, cell, unit);
  }

  private ComprehensiveMethod comprehensive(MethodFile file, DisasterChain chain) {
    String rule = file.value("rule").text().toUpperCase(Locale.ROOT);
    if (!rule.equals("WEIGHTED_SUM") && !rule.equals("MAXIMUM")) {
      file.value("rule").problem("'rule' must be weighted_sum or maximum");
      rule = "WEIGHTED_SUM";
    }
    Weighting weights = WeightsReader.read(file.value("hazard_weights"), hazards, false);
    return new ComprehensiveMethod(
        ComprehensiveMethod.Rule.valueOf(rule),
        weights.expert(),
        file.share("loss_share"),
        lossKinds(file.value("loss_kinds")),
        chain);
  }

  private Map<String, List<String>> lossKinds(YamlNode node) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    node.fields()
        .forEach(
            (hazard, list) -> {
              requireKnown(list, "hazard", hazard, hazards);
              List<String> names = list.items().stream().map(YamlNode::text).toList();
              names.forEach(name -> requireKnown(list, "kind of loss", name, lossKinds));
              kinds.put(hazard, names);
            });
    return Map.copyOf(kinds);
  }

  private Optional<DisasterChain> chain(MethodFile file) {
    return file.build(
        () -> {
          List<DisasterChain.Edge> edges = new ArrayList<>();
          for (YamlNode edge : file.value("edges").items()) {
            edge.allow("from", "to", "probability");
            requireKnown(edge, "hazard", edge.text("from"), hazards);
            requireKnown(edge, "hazard", edge.text("to"), hazards);
            edges.add(
                new DisasterChain.Edge(
                    edge.text("from"), edge.text("to"), edge.number("probability")));
          }
          return new DisasterChain(edges);
        });
  }

  private static void requireKnown(YamlNode at, String what, String name, Set<String> known) {
    if (!known.contains(name)) {
      at.problem("unknown " + what + " '" + name + "'; known: " + known);
    }
  }
}
