package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/** The rows of {@code marts.loss_indicator} of the unit, with what the reader is shown of them. */
final class IndicatorRows {

  private static final Set<String> COUNTS = Set.of("人", "所", "处", "次", "m²");

  private final ReportContext context;
  private final List<Row> rows;

  /** The rows of this release. */
  IndicatorRows(ReportContext context) {
    this(context, context.source());
  }

  /** The rows of a release. */
  IndicatorRows(ReportContext context, ReleasedTables source) {
    this.context = context;
    this.rows =
        source.rows(
            "marts.loss_indicator",
            col("admin_code").equalTo(context.unit().code()),
            "indicator",
            "hazard_kind",
            "year",
            "period");
  }

  /** Ids of the indicators of a topic, in the order of their names; without means over years. */
  List<String> ids(String topic) {
    Set<String> ids = new LinkedHashSet<>();
    for (Row row : rows) {
      if (row.getAs("topic").equals(topic) && !row.<String>getAs("period").contains("-")) {
        ids.add(row.getAs("indicator"));
      }
    }
    return new ArrayList<>(ids);
  }

  /** Ids of indicators over the years that begin so, by the number in them. */
  List<String> idsOverYears(String prefix) {
    return rows.stream()
        .map(row -> row.<String>getAs("indicator"))
        .filter(id -> id.startsWith(prefix))
        .distinct()
        .sorted(Comparator.comparingInt(id -> Integer.parseInt(id.replaceAll("\\D", ""))))
        .toList();
  }

  /** The row of an indicator in a year, all kinds together. */
  Optional<Row> find(String indicator, int year) {
    return rows.stream()
        .filter(row -> row.getAs("indicator").equals(indicator))
        .filter(row -> row.getAs("hazard_kind").equals(LossFigures.ALL))
        .filter(row -> row.<Integer>getAs("year") == year)
        .findFirst();
  }

  /** The row of an indicator over the years, of one kind. */
  Optional<Row> findOverYears(String indicator, String kind) {
    return rows.stream()
        .filter(row -> row.getAs("indicator").equals(indicator))
        .filter(row -> row.getAs("hazard_kind").equals(kind))
        .findFirst();
  }

  /** The name of an indicator in the language of the report. */
  String name(String indicator) {
    String chinese =
        rows.stream()
            .filter(row -> row.getAs("indicator").equals(indicator))
            .findFirst()
            .map(row -> row.<String>getAs("indicator_name"))
            .orElse(indicator);
    return context.indicator(indicator, chinese);
  }

  /** The unit of an indicator in the language of the report. */
  String unit(String indicator) {
    return context.unit(filedUnit(indicator));
  }

  private String filedUnit(String indicator) {
    return rows.stream()
        .filter(row -> row.getAs("indicator").equals(indicator))
        .findFirst()
        .map(row -> row.<String>getAs("unit"))
        .orElse("");
  }

  /** The value, or that it cannot be computed or does not apply. */
  static Cell value(Optional<Row> row, NumberForm form) {
    if (row.isEmpty()) {
      return Cell.Missing.NOT_REPORTED;
    }
    Double value = row.get().getAs("value");
    if (value != null) {
      return new Cell.Figure(value, form);
    }
    return row.get().getAs("status").equals("not_applicable")
        ? Cell.Missing.NOT_APPLICABLE
        : Cell.Missing.NOT_COMPUTABLE;
  }

  /** The interval of the value, such as 1,200.00～3,400.50. */
  Cell interval(Optional<Row> row, NumberForm form) {
    Double lower = row.map(one -> one.<Double>getAs("lower")).orElse(null);
    Double upper = row.map(one -> one.<Double>getAs("upper")).orElse(null);
    return lower == null || upper == null
        ? Cell.Missing.NOT_COMPUTABLE
        : ReportContext.text(interval(lower, upper, form));
  }

  private String interval(double lower, double upper, NumberForm form) {
    return context.words().get("interval", "lower", form.text(lower), "upper", form.text(upper));
  }

  /** Digits that a value is shown with: whole counts without, small rates with four. */
  NumberForm form(String indicator, Optional<Row> row) {
    Double value = row.map(one -> one.<Double>getAs("value")).orElse(null);
    if (value == null) {
      return NumberForm.TWO;
    }
    if (value == Math.rint(value) && COUNTS.contains(filedUnit(indicator))) {
      return NumberForm.WHOLE;
    }
    return value != 0 && Math.abs(value) < 0.1 ? new NumberForm(4, false) : NumberForm.TWO;
  }
}
