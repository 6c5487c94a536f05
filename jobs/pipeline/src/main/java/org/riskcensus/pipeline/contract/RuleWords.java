package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * The phrases in which findings tell what they observe, expect and propose: the keys {@code words},
 * {@code readings} and {@code units} of the rule files.
 */
final class RuleWords implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, Said> phrases = new LinkedHashMap<>();
  private final Readings readings = new Readings();
  private final Map<String, Said> units = new LinkedHashMap<>();

  /** A text in both languages, with places for values. */
  record Said(String zh, String en) implements Serializable {

    String in(Language language) {
      return language.of(zh, en);
    }
  }

  /**
   * Adds those of one file, and notes what cannot be told.
   *
   * @param check of a phrase and where it stands
   */
  void read(YamlNode root, BiConsumer<YamlNode, Said> check) {
    for (YamlNode node : root.find("words").map(YamlNode::items).orElse(List.of())) {
      node.allow("id", "zh", "en");
      String id = node.text("id");
      Said said = said(node);
      check.accept(node, said);
      if (phrases.put(id, said) != null) {
        node.problem("phrase '" + id + "' is given twice");
      }
    }
    for (YamlNode node : root.find("readings").map(YamlNode::items).orElse(List.of())) {
      node.allow("zh", "en");
      readings.add(said(node));
    }
    for (YamlNode node : root.find("units").map(YamlNode::items).orElse(List.of())) {
      node.allow("unit", "zh", "en");
      units.put(node.text("unit"), said(node));
    }
  }

  private static Said said(YamlNode node) {
    Said said = new Said(node.text("zh"), node.text("en"));
    TreeSet<String> known = new TreeSet<>(Template.names(said.en()));
    for (String name : Template.names(said.zh())) {
      if (!known.contains(name)) {
        node.problem("the Chinese text has a value {" + name + "} that the English one lacks");
      }
    }
    return said;
  }

  /**
   * The phrase of this id.
   *
   * @throws NoSuchElementException when there is none
   */
  Said get(String id) {
    Said said = phrases.get(id);
    if (said == null) {
      throw new NoSuchElementException("no phrase " + id + " under words in schemas/rules");
    }
    return said;
  }

  /** All phrases, by id. */
  Map<String, Said> phrases() {
    return phrases;
  }

  /** Units of measure, by the names that contracts use. */
  Map<String, Said> units() {
    return units;
  }

  /** What readers say of rows. */
  Readings readings() {
    return readings;
  }
}
