package org.riskcensus.pipeline.job.join;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.layer.LayerInput;
import org.riskcensus.pipeline.spatial.ClassOrder;
import org.riskcensus.pipeline.spatial.JoinKind;
import org.riskcensus.pipeline.spatial.SpatialSide;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * The classes of the right side of a join.
 *
 * @param field that names them
 * @param highestFirst each class as the texts it may have; empty: numbers, the largest first
 */
record JoinClasses(String field, List<List<String>> highestFirst) {

  /** More different values than this are no classes. */
  private static final int MOST = 1_000;

  private static final int SHOWN = 20;
  private static final String REVERSE = "reverse:";

  static Optional<JoinClasses> check(
      JoinRequest request, Optional<LayerInput> right, Contracts contracts, Problems problems) {
    Optional<ClassRequest> asked = request.classes();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    String field = asked.get().field();
    right
        .filter(side -> !side.fields().contains(field))
        .ifPresent(
            side ->
                problems.add(
                    "--by-class",
                    0,
                    (field.isEmpty() ? "name the field of the classes; " : "")
                        + side.name()
                        + " has no field '"
                        + field
                        + "'; take one of "
                        + side.fields()));
    JoinKind.find(request.how())
        .filter(kind -> !kind.withRight())
        .ifPresent(
            kind ->
                problems.add(
                    "--how", 0, "--by-class goes with inner or left, not " + request.how()));
    if (!request.measures().isEmpty()) {
      problems.add("--measure", 0, "--by-class has measures of its own; leave this out");
    }
    return Optional.of(new JoinClasses(field, order(asked.get().order(), contracts, problems)));
  }

  private static List<List<String>> order(
      List<String> given, Contracts contracts, Problems problems) {
    if (given.size() != 1) {
      return given.stream().map(text -> List.of(text.strip())).toList();
    }
    boolean reverse = given.get(0).startsWith(REVERSE);
    String name = reverse ? given.get(0).substring(REVERSE.length()) : given.get(0);
    CodeList codes = contracts.codeLists().get(name);
    if (codes == null) {
      problems.add(
          "--class-order",
          0,
          "'" + name + "' is no code list; write two classes or more, the highest first");
      return List.of();
    }
    List<List<String>> order = new ArrayList<>();
    codes.entries().forEach(entry -> order.add(List.of(entry.code(), entry.zh())));
    if (reverse) {
      Collections.reverse(order);
    }
    return order;
  }

  /**
   * The order of the classes that a right side has; reads it.
   *
   * @param rows with the class as their only attribute
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when values are in no order
   */
  ClassOrder order(String source, Dataset<Row> rows) {
    String column = rows.schema().apply(SpatialSide.LEADING).name();
    List<Object> values = new ArrayList<>();
    rows.where(functions.col(column).isNotNull())
        .select(column)
        .distinct()
        .limit(MOST + 1)
        .collectAsList()
        .forEach(row -> values.add(row.get(0)));
    Problems problems = new Problems();
    if (values.size() > MOST) {
      problems.add(
          "--by-class",
          0,
          source + ": '" + field + "' has more than " + MOST + " different values; it is no class");
      problems.refuse();
    }
    List<String> unknown = new ArrayList<>();
    ClassOrder order = ClassOrder.of(values, highestFirst, unknown);
    if (!unknown.isEmpty()) {
      problems.add("--class-order", 0, source + ": '" + field + "' has " + told(unknown));
    }
    problems.refuse();
    return order;
  }

  private String told(List<String> unknown) {
    String shown = String.join(", ", unknown.subList(0, Math.min(SHOWN, unknown.size())));
    return unknown.size()
        + (highestFirst.isEmpty()
            ? " values that are no numbers (" + shown + "); say which is higher, such as high,low"
            : " values that are not among the classes given (" + shown + "); add them");
  }
}
