package org.riskcensus.pipeline.job.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.RuleScope;
import org.riskcensus.pipeline.contract.Rules;

/**
 * What two columns of one row say of each other, as the rules declare it: one not greater than the
 * other ({@code less}, {@code more}), or their ratio within limits ({@code value}, {@code per},
 * {@code min}, {@code max}), silent where one of them was not reported; or exactly one of them
 * filed ({@code one}, {@code other}).
 */
final class RelationCheck {

  private record Relation(Rule rule, RuleScope scope) {}

  private final List<Relation> orders = new ArrayList<>();
  private final List<Relation> ratios = new ArrayList<>();
  private final List<Relation> choices = new ArrayList<>();

  /** The relations declared for a dataset. */
  RelationCheck(String dataset, Rules rules) {
    for (Rule rule : rules.list()) {
      for (RuleScope scope : rule.scopesOf(dataset)) {
        if (scope.find("less").isPresent()) {
          orders.add(new Relation(rule, scope));
        } else if (scope.find("min").isPresent()) {
          ratios.add(new Relation(rule, scope));
        } else if (scope.find("one").isPresent()) {
          choices.add(new Relation(rule, scope));
        }
      }
    }
  }

  List<Finding> check(Map<String, @Nullable Object> row) {
    List<Finding> findings = new ArrayList<>();
    for (Relation relation : orders) {
      order(relation, row, findings);
    }
    for (Relation relation : ratios) {
      ratio(relation, row, findings);
    }
    for (Relation relation : choices) {
      choice(relation, row, findings);
    }
    return findings;
  }

  private static void choice(
      Relation relation, Map<String, @Nullable Object> row, List<Finding> findings) {
    String column = relation.scope().get("one");
    String other = relation.scope().get("other");
    Object first = row.get(column);
    Object second = row.get(other);
    if ((first == null) == (second == null)) {
      findings.add(
          new Finding(
              relation.rule().id(),
              relation.rule().severity(),
              column,
              first == null || second == null
                  ? Wording.phrase("empty")
                  : Wording.phrase("both_fields", first, second),
              Wording.phrase("or_field", column, other),
              null));
    }
  }

  private static void order(
      Relation relation, Map<String, @Nullable Object> row, List<Finding> findings) {
    String column = relation.scope().get("less");
    String other = relation.scope().get("more");
    Object less = row.get(column);
    Object more = row.get(other);
    if (less != null && more != null && isGreater(less, more)) {
      findings.add(
          new Finding(
              relation.rule().id(),
              relation.rule().severity(),
              column,
              Wording.of(less),
              Wording.phrase("at_most_field", other, more),
              null));
    }
  }

  private static boolean isGreater(Object less, Object more) {
    if (less instanceof LocalDate from && more instanceof LocalDate to) {
      return from.isAfter(to);
    }
    return ((Number) less).doubleValue() > ((Number) more).doubleValue();
  }

  private static void ratio(
      Relation relation, Map<String, @Nullable Object> row, List<Finding> findings) {
    RuleScope scope = relation.scope();
    String column = scope.get("value");
    String per = scope.get("per");
    if (!(row.get(column) instanceof Number value)
        || !(row.get(per) instanceof Number by)
        || by.doubleValue() == 0) {
      return;
    }
    double ratio = value.doubleValue() / by.doubleValue();
    if (ratio < scope.number("min") || ratio > scope.number("max")) {
      findings.add(
          new Finding(
              relation.rule().id(),
              relation.rule().severity(),
              column,
              Wording.of(String.format(Locale.ROOT, "%s / %s = %.4g", value, by, ratio)),
              Wording.phrase("ratio_range", scope.get("min"), scope.get("max"), column, per),
              null));
    }
  }
}
