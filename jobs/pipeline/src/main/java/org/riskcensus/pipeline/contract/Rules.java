package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.riskcensus.pipeline.yaml.DefinitionException;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Every audit rule of {@code schemas/rules}. Immutable and serializable. */
public final class Rules implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, Rule> rules;
  private final RuleWords words;

  private Rules(Map<String, Rule> rules, RuleWords words) {
    this.rules = Collections.unmodifiableMap(rules);
    this.words = words;
  }

  /**
   * Reads {@code schemas/rules} from the class path.
   *
   * @throws DefinitionException with every problem of every file
   */
  public static Rules load() {
    Problems problems = new Problems();
    Rules rules = read(SchemaFiles.load(), problems);
    problems.refuse();
    return rules;
  }

  /** Reads {@code rules/} and notes every problem. */
  public static Rules read(SchemaFiles files, Problems problems) {
    Map<String, Rule> rules = new TreeMap<>();
    RuleWords words = new RuleWords();
    for (String path : files.list("rules")) {
      YamlNode root = files.parse(path, problems);
      root.allow("title", "doc", "rules", "words", "readings", "units");
      root.text("title");
      root.text("doc");
      words.read(root);
      for (YamlNode node : root.find("rules").map(YamlNode::items).orElse(List.of())) {
        Rule rule = RuleReader.read(node);
        if (rules.put(rule.id(), rule) != null) {
          node.problem("rule '" + rule.id() + "' is given twice");
        }
      }
    }
    return new Rules(rules, words);
  }

  /** The rule of this id, if there is one. */
  public Optional<Rule> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /**
   * The rule of this id.
   *
   * @throws NoSuchElementException when there is none
   */
  public Rule get(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no rule " + id));
  }

  /** The phrases findings are told in. */
  RuleWords words() {
    return words;
  }

  /** All rules, by id. */
  public List<Rule> list() {
    return new ArrayList<>(rules.values());
  }
}
