package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.riskcensus.pipeline.contract.RuleWords.Said;
import org.riskcensus.pipeline.yaml.DefinitionException;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Every audit rule of {@code schemas/rules}. Immutable and serializable. */
public final class Rules implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, Rule> rules = new TreeMap<>();
  private final Map<String, String> paths = new TreeMap<>();
  private final RuleWords words = new RuleWords();

  private Rules() {}

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

  /** The rules of the project alone, whatever folder of one's own there is. */
  public static Rules ofProject() {
    Problems problems = new Problems();
    Rules rules = new Rules();
    rules.add(SchemaFiles.ofProject(), problems, (node, said) -> {});
    problems.refuse();
    return rules;
  }

  /** Reads {@code rules/} and notes every problem, and what checks would miss. */
  public static Rules read(SchemaFiles files, Problems problems) {
    Rules rules = new Rules();
    Rules project = ofProject();
    RuleWordsCheck check = new RuleWordsCheck(project.words, files);
    rules.add(files, problems, check::phrase);
    check.whole(rules.words, problems);
    project.list().forEach(rule -> rules.require(rule, files, project, problems));
    return rules;
  }

  /** The same, and what rules are applied to is held against {@code contracts}. */
  public static Rules read(SchemaFiles files, Contracts contracts, Problems problems) {
    Rules rules = read(files, problems);
    for (Rule project : ofProject().list()) {
      RuleScopesCheck check = new RuleScopesCheck(contracts, project);
      rules
          .find(project.id())
          .ifPresent(
              own ->
                  check.check(
                      own, message -> problems.add(files.place(rules.path(own)), 0, message)));
    }
    return rules;
  }

  private void add(SchemaFiles files, Problems problems, BiConsumer<YamlNode, Said> check) {
    for (String path : files.list("rules")) {
      YamlNode root = files.parse(path, problems);
      root.allow("title", "doc", "rules", "words", "readings", "units");
      root.text("title");
      root.text("doc");
      words.read(root, check);
      for (YamlNode node : root.find("rules").map(YamlNode::items).orElse(List.of())) {
        Rule rule = RuleReader.read(node);
        paths.put(rule.id(), path);
        if (rules.put(rule.id(), rule) != null) {
          node.problem("rule '" + rule.id() + "' is given twice");
        }
      }
    }
  }

  private String path(Rule rule) {
    return Objects.requireNonNull(paths.get(rule.id()));
  }

  /** Notes a rule of the project, or a threshold of one, that is not there. */
  private void require(Rule rule, SchemaFiles files, Rules project, Problems problems) {
    Rule own = rules.get(rule.id());
    if (own == null) {
      problems.add(
          files.place(project.path(rule)),
          0,
          "rule '" + rule.id() + "' is missing; checks look it up");
      return;
    }
    for (String name : rule.thresholds().keySet()) {
      if (!own.thresholds().containsKey(name)) {
        problems.add(
            files.place(path(rule)),
            0,
            "rule '" + rule.id() + "' lacks its threshold '" + name + "'");
      }
    }
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
