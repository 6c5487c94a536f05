package org.riskcensus.pipeline.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether what rules are applied to is there: tables, their columns, numbers, and the keys that a
 * check looks up. The scopes of the project's own rule say which keys it has and which are numbers;
 * one that all of them have is looked up always.
 */
final class RuleScopesCheck {

  /** Keys whose values are columns of the scope's table. */
  private static final Set<String> COLUMNS =
      Set.of(
          "same", "columns", "column", "value", "per", "by", "less", "more", "one", "other",
          "year");

  /** Keys whose values are columns of another table, by what names it. */
  private static final Map<String, String> OTHERS =
      Map.of("limit", "against", "yearbook", "statistics_yearbook");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

  private final Contracts contracts;
  private final Rule project;

  /** Holds scopes of a rule against those of the project's rule of this id. */
  RuleScopesCheck(Contracts contracts, Rule project) {
    this.contracts = contracts;
    this.project = project;
  }

  /** Hands everything wrong with the scopes of {@code own} to {@code problem}. */
  void check(Rule own, Consumer<String> problem) {
    for (RuleScope scope : own.scopes()) {
      String of = "rule '" + own.id() + "', applies to " + scope.table() + ": ";
      Consumer<String> told = message -> problem.accept(of + message);
      keys(scope, told);
      scope.parameters().forEach((key, value) -> value(scope, key, value, told));
    }
  }

  private void keys(RuleScope scope, Consumer<String> told) {
    Set<String> known = new TreeSet<>();
    project.scopes().forEach(one -> known.addAll(one.parameters().keySet()));
    for (String key : known) {
      boolean always = project.scopes().stream().allMatch(one -> one.find(key).isPresent());
      if (always && scope.find(key).isEmpty()) {
        told.accept("the key '" + key + "' is missing");
      }
    }
    for (String key : scope.parameters().keySet()) {
      if (!known.contains(key)) {
        told.accept("the key '" + key + "' would have no effect; keys are " + known);
      }
    }
  }

  private void value(RuleScope scope, String key, String value, Consumer<String> told) {
    List<String> values = project.scopes().stream().flatMap(one -> one.find(key).stream()).toList();
    boolean number = !values.isEmpty() && values.stream().allMatch(NUMBER.asMatchPredicate());
    if (number && !NUMBER.matcher(value).matches()) {
      told.accept("'" + value + "' of the key '" + key + "' is no number");
    }
    if (COLUMNS.contains(key)) {
      columns(scope.table(), value, told);
    }
    Optional.ofNullable(OTHERS.get(key))
        .ifPresent(other -> columns(scope.find(other).orElse(other), value, told));
  }

  private void columns(String table, String names, Consumer<String> told) {
    List<String> filed =
        contracts.find("staging." + table).stream()
            .flatMap(contract -> contract.filedColumns().stream())
            .map(ColumnContract::name)
            .toList();
    if (filed.isEmpty()) {
      told.accept("there is no dataset '" + table + "'");
      return;
    }
    Stream.of(names.split(" "))
        .filter(name -> !filed.contains(name))
        .forEach(name -> told.accept(table + " has no column '" + name + "' that is filed"));
  }
}
