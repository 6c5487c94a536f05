package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.IndicatorRows.value;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;

/** Indicators of a topic: this year, the year before, how much was computed, what is missing. */
final class IndicatorTable {

  private final ReportContext context;
  private final IndicatorRows rows;
  private final IndicatorRows before;
  private final Reasons reasons;

  /** A table of one release, whose years before are in it. */
  IndicatorTable(ReportContext context, IndicatorRows rows) {
    this(context, rows, rows);
  }

  /** A table against the release before. */
  IndicatorTable(ReportContext context, IndicatorRows rows, IndicatorRows before) {
    this.context = context;
    this.rows = rows;
    this.before = before;
    this.reasons = new Reasons(context);
  }

  List<Table.Row> lines(String topic) {
    List<Table.Row> lines = new ArrayList<>();
    int year = context.period().year();
    for (String id : rows.ids(topic)) {
      Optional<Row> now = rows.find(id, year);
      NumberForm form = rows.form(id, now);
      lines.add(
          ReportContext.row(
              text(rows.name(id)),
              text(rows.unit(id)),
              value(now, form),
              value(before.find(id, year - 1), form),
              now.map(row -> text(context.name("indicator_status", row.getAs("status"))))
                  .orElse(Cell.Missing.NOT_REPORTED),
              text(now.map(reasons::of).orElse(""))));
    }
    return lines;
  }

  List<Table.Column> heads() {
    int year = context.period().year();
    return List.of(
        context.head("indicator", 3.2),
        context.head("unit", 1.5),
        Table.Column.number(context.words().get("head.year", "year", year), "", 1.7),
        Table.Column.number(context.words().get("head.year", "year", year - 1), "", 1.7),
        context.head("computed", 1.6),
        context.head("lacking", 3.4));
  }
}
