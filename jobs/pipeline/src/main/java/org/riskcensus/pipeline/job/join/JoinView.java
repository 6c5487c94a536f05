package org.riskcensus.pipeline.job.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.layer.LayerSource;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * A join that SQL reads as a view, written {@code NAME=LEFT PREDICATE RIGHT}: a predicate may have
 * its number ({@code dwithin:200}, {@code nearest:3}) and measures ({@code intersects+area});
 * {@code by FIELD} after the right side takes its rows together by class, {@code by FIELD:high,low}
 * by classes in that order.
 *
 * @param name of the view
 * @param request the join
 */
public record JoinView(String name, JoinRequest request) {

  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z_][A-Za-z0-9_]*)=(\\S+)\\s+([A-Za-z]+)(?::([0-9.]+))?((?:\\+[a-z]+)*)\\s+(\\S+)"
              + "(?:\\s+by\\s+([^\\s:]+)(?::(\\S+))?)?");

  /**
   * Reads the text of a join.
   *
   * @param settings of the join, as {@link JoinRequest} has them
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when it has another form
   */
  public static JoinView of(String text, Map<String, String> settings) {
    Matcher form = FORM.matcher(text.strip());
    Problems problems = new Problems();
    if (!form.matches()) {
      problems.add(
          "--join",
          0,
          "'"
              + text
              + "' is no join; write NAME=LEFT PREDICATE RIGHT, such as"
              + " near=marts.zone intersects+area staging.building, or dwithin:200, and by FIELD at the end for classes");
    }
    problems.refuse();
    String number = form.group(4);
    boolean nearest = form.group(3).equals("nearest");
    List<String> measures = new ArrayList<>();
    for (String measure : form.group(5).split("\\+")) {
      if (!measure.isEmpty()) {
        measures.add(measure);
      }
    }
    return new JoinView(
        form.group(1),
        new JoinRequest(
            layer(form.group(2)),
            layer(form.group(6)),
            form.group(3),
            number == null || nearest
                ? OptionalDouble.empty()
                : OptionalDouble.of(decimal(number, problems)),
            number == null || !nearest
                ? OptionalInt.empty()
                : OptionalInt.of((int) decimal(number, problems)),
            "inner",
            measures,
            classes(form.group(7), form.group(8)),
            true,
            Optional.empty(),
            settings));
  }

  private static Optional<ClassRequest> classes(@Nullable String field, @Nullable String order) {
    return field == null
        ? Optional.empty()
        : Optional.of(
            new ClassRequest(field, order == null ? List.of() : List.of(order.split(",", -1))));
  }

  private static double decimal(String number, Problems problems) {
    if (!number.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      problems.add("--join", 0, number + " is no number");
      problems.refuse();
    }
    return Double.parseDouble(number);
  }

  private static LayerSource layer(String source) {
    return new LayerSource("--join", source, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
