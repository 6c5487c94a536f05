package org.riskcensus.pipeline.job.losses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.riskcensus.core.loss.KpiComparator;
import org.riskcensus.core.loss.KpiIndicator;
import org.riskcensus.core.loss.KpiTarget;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Reads the register of plan targets and notes every problem in one pass. */
final class KpiRegisterReader {
  private static final Set<String> NATURES = Set.of("binding", "expected");

  private final YamlNode root;
  private final Map<String, KpiIndicator> indicators = new LinkedHashMap<>();

  KpiRegisterReader(YamlNode root) {
    this.root = root;
  }

  KpiRegister read() {
    root.allow("method", "version", "title", "source", "doc", "first_year", "indicators", "plans");
    root.find("indicators").ifPresent(node -> node.fields().forEach(this::readIndicator));
    List<KpiPlan> plans = new ArrayList<>();
    Set<String> counties = new HashSet<>();
    for (YamlNode node : root.find("plans").map(YamlNode::items).orElse(List.of())) {
      KpiPlan plan = plan(node);
      if (!counties.add(plan.county())) {
        node.problem("county " + plan.county() + " has a plan already");
      }
      plans.add(plan);
    }
    if (plans.isEmpty()) {
      root.problem("the register has no plans");
    }
    return new KpiRegister(year(root, "first_year"), List.copyOf(plans));
  }

  private void readIndicator(String id, YamlNode node) {
    KpiIndicatorReader.read(id, node).ifPresent(indicator -> indicators.put(id, indicator));
  }

  private KpiPlan plan(YamlNode node) {
    node.allow("plan", "county", "title", "targets");
    String letter = node.text("plan");
    String county = node.text("county");
    if (!county.matches("\\d{6}")) {
      node.problem("county '" + county + "' is not a six-digit code");
    }
    List<KpiTarget> targets = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode item : node.find("targets").map(YamlNode::items).orElse(List.of())) {
      Optional<KpiTarget> target = target(letter, item);
      target.ifPresent(targets::add);
      if (!seen.add(item.text("indicator") + item.text("target_year"))) {
        item.problem("plan " + letter + " has this indicator and year already");
      }
    }
    return new KpiPlan(letter, county, node.text("title"), List.copyOf(targets));
  }

  private Optional<KpiTarget> target(String plan, YamlNode node) {
    node.allow(
        "indicator",
        "comparator",
        "target",
        "as_filed",
        "as_filed_en",
        "target_year",
        "nature",
        "evidence",
        "note");
    Optional<KpiIndicator> indicator = Optional.ofNullable(indicators.get(node.text("indicator")));
    if (indicator.isEmpty()) {
      node.problem("indicator '" + node.text("indicator") + "' is not defined");
    }
    Optional<KpiComparator> comparator = KpiComparator.find(node.text("comparator"));
    if (comparator.isEmpty()) {
      node.problem("comparator '" + node.text("comparator") + "' is none of <= < >= >");
    }
    Optional<String> nature = node.findText("nature");
    nature
        .filter(text -> !NATURES.contains(text))
        .ifPresent(text -> node.problem("nature '" + text + "' is neither binding nor expected"));
    Double number = node.findNumber("target").orElse(null);
    String note = node.findText("note").orElse("");
    if (number == null && note.isEmpty()) {
      node.problem("a target without a number needs a note that says why");
    }
    int year = year(node, "target_year");
    String asFiled = node.text("as_filed");
    String asFiledEn = node.text("as_filed_en");
    String evidence = node.text("evidence");
    if (indicator.isEmpty() || comparator.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new KpiTarget(
            plan,
            indicator.get(),
            comparator.get(),
            number,
            asFiled,
            asFiledEn,
            year,
            nature.orElse(null),
            evidence,
            note));
  }

  private static int year(YamlNode node, String key) {
    double year = node.number(key);
    if (year != Math.rint(year) || year < 1949 || year > 2100) {
      node.problem("'" + key + "' is not a year");
      return 0;
    }
    return (int) year;
  }
}
