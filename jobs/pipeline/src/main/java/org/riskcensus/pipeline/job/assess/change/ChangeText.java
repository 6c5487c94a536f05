package org.riskcensus.pipeline.job.assess.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.report.render.TextTable;

/** Changes to read: what differs between the releases, then units and areas as tables. */
final class ChangeText {

  private final Changes changes;
  private final ChangeNames names;
  private final int rows;

  /**
   * Tells changes.
   *
   * @param rows most rows of the table of units
   */
  ChangeText(Changes changes, ChangeNames names, int rows) {
    this.changes = changes;
    this.names = names;
    this.rows = rows;
  }

  List<String> lines() {
    List<Row> counts =
        LevelSteps.changed(changes.units())
            .groupBy("change", "cause")
            .count()
            .orderBy("change", "cause")
            .collectAsList();
    List<String> lines = new ArrayList<>();
    lines.add(names.say("title", changes.from().tables().tag(), changes.to().tables().tag()));
    lines.add(differing());
    if (!changes.places().resized().isEmpty()) {
      lines.add(resized());
    }
    lines.add(counted(counts));
    lines.add("");
    lines.addAll(units().lines());
    lines.add("");
    lines.addAll(areas().lines());
    return lines;
  }

  private String differing() {
    String told =
        changes.causes().stream()
            .map(cause -> names.name("change_cause", cause.code()))
            .collect(Collectors.joining(names.say("list")));
    return changes.causes().equals(List.of(Cause.DATA))
        ? names.say("differing.data")
        : names.say("differing", told);
  }

  private String resized() {
    return names.say(
        "resized",
        changes.places().resized().stream()
            .map(
                county ->
                    names.say(
                        "resized.county",
                        county,
                        String.valueOf(changes.from().cellSides().get(county)),
                        String.valueOf(changes.to().cellSides().get(county))))
            .collect(Collectors.joining(names.say("list"))));
  }

  private String counted(List<Row> counts) {
    if (counts.isEmpty()) {
      return names.say("counted.none");
    }
    Map<String, Long> byChange = new TreeMap<>();
    Map<String, Long> byCause = new TreeMap<>();
    for (Row row : counts) {
      byChange.merge(name("level_change", row.getString(0)), row.getLong(2), Long::sum);
      byCause.merge(name("change_cause", row.getString(1)), row.getLong(2), Long::sum);
    }
    return names.say("counted", told(byChange), told(byCause));
  }

  private String name(String list, String codes) {
    return java.util.Arrays.stream(codes.split("\\+"))
        .map(code -> names.name(list, code))
        .collect(Collectors.joining(names.say("and")));
  }

  private String told(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> names.say("count", entry.getKey(), entry.getValue().toString()))
        .collect(Collectors.joining(names.say("list")));
  }

  private TextTable units() {
    TextTable table = new TextTable(names.say("units"), columns("units.columns"));
    for (Row row : changes.changedUnits().takeAsList(rows)) {
      table.add(
          row.getAs("admin_code"),
          row.getAs("name"),
          names.name("risk_kind", row.getAs("hazard")),
          names.levelBefore(row.<@Nullable Integer>getAs("level_0")),
          names.levelAfter(row.<@Nullable Integer>getAs("level_3")),
          name("change_cause", row.getAs("cause")),
          driver(row),
          number(row, "index_0", "%.4f"),
          number(row, "by_data", "%+.4f"),
          number(row, "by_boundary", "%+.4f"),
          number(row, "by_method", "%+.4f"),
          number(row, "index_3", "%.4f"));
    }
    return table;
  }

  private List<String> columns(String key) {
    return List.of(names.say(key).split("\\|"));
  }

  private String driver(Row row) {
    Object named =
        names.of(
            ChangeField.UNITS.stream()
                .filter(field -> field.column().equals("driver"))
                .findFirst()
                .orElseThrow(),
            row.<@Nullable Object>getAs("driver"));
    return named == null ? "" : named.toString();
  }

  private static String number(Row row, String column, String form) {
    Double value = row.<@Nullable Double>getAs(column);
    return value == null ? "…" : String.format(Locale.ROOT, form, value);
  }

  private TextTable areas() {
    TextTable table = new TextTable(names.say("areas"), columns("areas.columns"));
    for (Row row : changes.changedAreas().collectAsList()) {
      table.add(
          row.getAs("county_code"),
          names.name("risk_kind", row.getAs("hazard")),
          names.levelBefore(row.<@Nullable Integer>getAs("level_0")),
          names.levelAfter(row.<@Nullable Integer>getAs("level_3")),
          names.name("level_change", row.getAs("change")),
          name("change_cause", row.getAs("cause")),
          row.<@Nullable Object>getAs("cells") == null ? "…" : row.getAs("cells").toString(),
          String.format(Locale.ROOT, "%,.2f", row.<Double>getAs("area_m2") / 1e6));
    }
    return table;
  }
}
