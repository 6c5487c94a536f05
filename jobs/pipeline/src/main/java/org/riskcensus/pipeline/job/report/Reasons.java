package org.riskcensus.pipeline.job.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.contract.ColumnContract;

/** Why an indicator is not computed in full, in the language of the report. */
final class Reasons {

  private static final String YEARS = "years_not_reported";

  /** Tables whose columns the reasons name. */
  private static final List<String> TABLES =
      List.of(LossTables.TABLE, "staging.statistics_yearbook", "staging.loss_event");

  private final ReportContext context;
  private final Words words;

  Reasons(ReportContext context) {
    this.context = context;
    this.words = context.words();
  }

  /** What is missing; empty where nothing is. */
  String of(Row row) {
    List<String> told = new ArrayList<>();
    String code = find(row, "reason_code");
    String lacking = find(row, "lacking");
    if (code != null && lacking != null) {
      told.add(
          words.get(
              "reason." + code, "names", code.equals(YEARS) ? years(lacking) : labels(lacking)));
    } else if (code != null) {
      told.add(context.name("indicator_reason", code));
    }
    String leftOut = find(row, "left_out");
    if (leftOut != null) {
      String names = words.find("left_out." + row.<String>getAs("indicator")).orElse(leftOut);
      told.add(words.get("reason.not_recorded", "names", names));
    }
    return String.join(words.get("list.semicolon"), told);
  }

  /** A release that was made before reasons had codes has no such columns, and tells no reasons. */
  private static @Nullable String find(Row row, String column) {
    boolean known = Arrays.asList(row.schema().fieldNames()).contains(column);
    return known ? row.getAs(column) : null;
  }

  private String years(String years) {
    return years.replace(",", words.get("list.comma"));
  }

  private String labels(String columns) {
    return Arrays.stream(columns.split(","))
        .map(this::label)
        .collect(Collectors.joining(words.get("list.comma")));
  }

  private String label(String column) {
    return words
        .find("column." + column)
        .or(
            () ->
                TABLES.stream()
                    .flatMap(table -> find(table, column).stream())
                    .map(Reasons::withoutUnit)
                    .findFirst())
        .orElse(column);
  }

  /** Labels of filed columns end in their unit, such as 保险赔付万元. */
  private static String withoutUnit(ColumnContract column) {
    String label = column.label();
    return column.unit().isEmpty() || !label.endsWith(column.unit())
        ? label
        : label.substring(0, label.length() - column.unit().length());
  }

  private Optional<ColumnContract> find(String table, String column) {
    return context.contracts().get(table).find(column);
  }
}
