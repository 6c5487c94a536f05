package org.riskcensus.pipeline.job.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.ColumnContract;

/** Why an indicator is not computed in full, in the language of the report. */
final class Reasons {

  private static final Pattern NOT_REPORTED = Pattern.compile("not reported: ([\\w, ]+)");
  private static final Pattern ZERO = Pattern.compile("^(\\w+) is zero$");
  private static final Pattern YEARS = Pattern.compile("not reported in ([\\d, ]+)");

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
    String reason = row.getAs("reason");
    StringBuilder told = new StringBuilder();
    Matcher missing = NOT_REPORTED.matcher(reason);
    if (missing.find()) {
      add(told, words.get("reason.not_reported", "names", labels(missing.group(1))));
    }
    Matcher zero = ZERO.matcher(reason);
    if (zero.find()) {
      add(told, words.get("reason.zero", "names", labels(zero.group(1))));
    }
    Matcher years = YEARS.matcher(reason);
    if (years.find()) {
      add(told, words.get("reason.years", "names", years.group(1)));
    }
    if (reason.contains("not recorded: ")) {
      add(told, words.get("reason.not_recorded", "names", leftOut(row)));
    }
    return told.toString();
  }

  private void add(StringBuilder told, String sentence) {
    told.append(told.isEmpty() ? "" : words.get("list.semicolon")).append(sentence);
  }

  private String leftOut(Row row) {
    String id = row.getAs("indicator");
    return words
        .find("left_out." + id)
        .orElseGet(() -> row.<String>getAs("reason").replaceFirst("^.*not recorded: ", ""));
  }

  private String labels(String columns) {
    return Arrays.stream(columns.split(", "))
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
