package org.riskcensus.pipeline.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Reads one entry of {@code rules}. */
final class RuleReader {

  private static final Set<String> FAMILIES =
      Set.of(
          "completeness",
          "conformity",
          "consistency",
          "uniqueness",
          "space",
          "plausibility",
          "timeliness");
  private static final Set<String> PLACEHOLDERS = Set.of("field", "observed", "expected");

  private RuleReader() {}

  static Rule read(YamlNode node) {
    node.allow(
        "id",
        "severity",
        "version",
        "family",
        "message_zh",
        "message_en",
        "advice",
        "evidence",
        "needs",
        "waivable",
        "blocks_release",
        "thresholds",
        "applies");
    return new Rule(
        node.text("id"),
        severity(node),
        node.text("version"),
        family(node),
        message(node, "message_zh"),
        message(node, "message_en"),
        node.text("advice"),
        node.text("evidence"),
        node.findText("needs").orElse(""),
        node.flag("waivable"),
        node.flag("blocks_release"),
        thresholds(node),
        scopes(node));
  }

  private static Severity severity(YamlNode node) {
    String text = node.text("severity");
    for (Severity severity : Severity.values()) {
      if (severity.name().toLowerCase(Locale.ROOT).equals(text)) {
        return severity;
      }
    }
    node.problem("severity '" + text + "' is neither error nor warning");
    return Severity.ERROR;
  }

  private static String family(YamlNode node) {
    String family = node.text("family");
    if (!FAMILIES.contains(family)) {
      node.problem("family '" + family + "' is none of " + FAMILIES.stream().sorted().toList());
    }
    return family;
  }

  private static String message(YamlNode node, String key) {
    String message = node.text(key);
    for (String name : Template.names(message)) {
      if (!PLACEHOLDERS.contains(name)) {
        node.problem(key + " has an unknown placeholder {" + name + "}");
      }
    }
    return message;
  }

  private static List<RuleScope> scopes(YamlNode node) {
    List<RuleScope> scopes = new ArrayList<>();
    for (YamlNode item : node.find("applies").map(YamlNode::items).orElse(List.of())) {
      Map<String, String> parameters = new LinkedHashMap<>();
      item.fields().forEach((key, value) -> parameters.put(key, value.text()));
      parameters.remove("table");
      scopes.add(new RuleScope(item.text("table"), Collections.unmodifiableMap(parameters)));
    }
    return List.copyOf(scopes);
  }

  private static Map<String, Rule.Threshold> thresholds(YamlNode node) {
    Map<String, Rule.Threshold> thresholds = new LinkedHashMap<>();
    for (YamlNode item : node.find("thresholds").map(YamlNode::items).orElse(List.of())) {
      item.allow("name", "value", "unit", "evidence");
      Rule.Threshold threshold =
          new Rule.Threshold(item.number("value"), item.text("unit"), item.text("evidence"));
      if (thresholds.put(item.text("name"), threshold) != null) {
        item.problem("threshold '" + item.text("name") + "' is given twice");
      }
    }
    return Collections.unmodifiableMap(thresholds);
  }
}
