package org.riskcensus.pipeline.job.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.job.export.PublicationRules.OfTable;
import org.riskcensus.pipeline.job.export.PublicationRules.Way;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Whether rules of publication withhold what they are meant to: a rule that names what a table does
 * not have, or does not fit the table, would publish counts of persons without a word.
 */
record PublicationCheck(Contracts contracts, List<String> persons, List<String> levels) {

  /** Each row of a table of measures tells the figure of one of its columns. */
  private static final String FIGURES = "marts.loss_by_unit_year";

  private static final String LEVEL = "unit_level";

  /** Notes persons and levels that there are not. */
  void scope(YamlNode root) {
    TableContract figures = contracts.get(FIGURES);
    if (persons.isEmpty() || levels.isEmpty()) {
      root.problem("persons and levels name one at least, or nothing would be withheld");
    }
    for (String person : persons) {
      if (figures.find(person).isEmpty()) {
        root.problem("persons: " + FIGURES + " has no column '" + person + "'");
      }
    }
    List<String> known = codes(figures.find(LEVEL).orElseThrow());
    for (String level : levels) {
      if (!known.contains(level)) {
        root.problem("levels: there is no '" + level + "'; levels are " + known);
      }
    }
  }

  /** Notes what does not fit between a table and its rule. */
  void table(YamlNode node, TableContract table, OfTable rule) {
    for (String column : columns(rule)) {
      if (table.find(column).isEmpty()) {
        node.problem(
            "%s has no column '%s', which rule %s needs or names; correct it or give the table a rule that fits"
                .formatted(table.name(), column, rule.way().told()));
      }
    }
    keys(node, table, rule);
    if (rule.way() == Way.WHOLE || rule.way() == Way.COLUMNS) {
      personless(node, table, rule);
    }
    if (rule.way() == Way.COLUMNS && rule.never().isEmpty()) {
      node.problem("rule columns of " + table.name() + " withholds nothing without never");
    }
    if (rule.way() == Way.MEASURES) {
      counts(node, table, rule);
    }
  }

  private List<String> columns(OfTable rule) {
    List<String> columns = new ArrayList<>(rule.within());
    columns.addAll(rule.counts());
    columns.addAll(rule.never());
    rule.with().values().forEach(columns::addAll);
    if (rule.way() != Way.WHOLE) {
      columns.addAll(List.of("census_year", "county_code", LEVEL));
    }
    switch (rule.way()) {
      case BLOCK -> columns.addAll(persons);
      case MEASURES -> columns.add(PublicFigures.MEASURE);
      case COLUMNS, WHOLE -> {}
    }
    return columns.stream().distinct().toList();
  }

  private void keys(YamlNode node, TableContract table, OfTable rule) {
    List<String> known = rule.way() == Way.BLOCK ? persons : List.of(OfTable.ANY);
    for (String key : rule.with().keySet()) {
      if (!known.contains(key)) {
        node.problem(
            "with of %s has the key '%s', which withholds nothing; under rule %s keys are %s"
                .formatted(table.name(), key, rule.way().told(), known));
      }
    }
  }

  /** A table without blocks has none of the counts that are withheld elsewhere. */
  private void personless(YamlNode node, TableContract table, OfTable rule) {
    for (String person : persons) {
      if (table.find(person).isPresent()) {
        node.problem(
            "%s is published %s and has the count of persons '%s'; give it rule block"
                .formatted(table.name(), published(rule), person));
      }
    }
    Optional<ColumnContract> measure = table.find(PublicFigures.MEASURE);
    if (measure.isPresent() && canBePersons(measure.get())) {
      node.problem(
          "%s is published %s and its rows can be counts of persons, by column '%s'; give it rule measures"
              .formatted(table.name(), published(rule), PublicFigures.MEASURE));
    }
  }

  private static String published(OfTable rule) {
    return rule.way() == Way.WHOLE ? "whole" : "but for " + rule.never();
  }

  private boolean canBePersons(ColumnContract measure) {
    return measure.codes() == null || codes(measure).stream().anyMatch(persons::contains);
  }

  private static void counts(YamlNode node, TableContract table, OfTable rule) {
    if (rule.counts().isEmpty()) {
      node.problem("rule measures of " + table.name() + " withholds nothing without counts");
    }
    for (String count : rule.counts()) {
      Optional<ColumnContract> column = table.find(count);
      if (column.isPresent() && !column.get().type().numeric()) {
        node.problem("counts of " + table.name() + " has '" + count + "', which is no number");
      }
    }
  }

  private List<String> codes(ColumnContract column) {
    String list = column.codes();
    return list == null ? List.of() : contracts.codeList(list).codes();
  }
}
