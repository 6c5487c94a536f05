package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;

/** How complete and how timely losses were reported 灾情报送完整性与及时性, by unit. */
final class ReportingPiece implements Piece {

  private final ReportContext context;
  private final List<Row> rows;

  ReportingPiece(ReportContext context) {
    this.context = context;
    int year = context.period().year();
    this.rows =
        context
            .source()
            .rows(
                "marts.reporting_status",
                context.ofUnits().and(col("year").isin(year, year - 1)),
                "admin_code",
                "year",
                "basis");
  }

  @Override
  public String id() {
    return "quality-reporting";
  }

  @Override
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<Table.Row> own =
        rows.stream().filter(this::ofUnit).map(row -> line(yearAndBasis(row), row)).toList();
    if (own.isEmpty()) {
      return List.of(Paragraph.warning(context.title("reporting.none")));
    }
    blocks.add(
        context.table(
            context.title("table.reporting"), heads("year_basis"), own, "note.reporting"));
    List<Table.Row> below = new ArrayList<>();
    context.below().forEach((code, name) -> below.add(unit(code, name)));
    if (!below.isEmpty()) {
      blocks.add(
          context.table(
              context.title("table.reporting_units"),
              heads("unit_name"),
              below,
              "note.reporting_units"));
    }
    return blocks;
  }

  private boolean ofUnit(Row row) {
    return row.getAs("admin_code").equals(context.unit().code());
  }

  private String yearAndBasis(Row row) {
    return context.words().get("head.year", "year", row.<Integer>getAs("year"))
        + " "
        + context.name("loss_basis", row.getAs("basis"));
  }

  private Table.Row unit(String code, String name) {
    return rows.stream()
        .filter(row -> row.getAs("admin_code").equals(code))
        .filter(row -> row.getAs("basis").equals(AnnualFigures.EVENTS))
        .filter(row -> row.<Integer>getAs("year") == context.period().year())
        .findFirst()
        .map(row -> line(name, row))
        .orElseGet(() -> silent(name));
  }

  /** A unit that filed nothing in the year. */
  private Table.Row silent(String name) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(name));
    for (int i = 2; i < heads("unit_name").size(); i++) {
      cells.add(Cell.Missing.NO_EVENT);
    }
    cells.add(text(context.name("reporting_completeness", "not_reported")));
    return new Table.Row(cells, false);
  }

  private Table.Row line(String name, Row row) {
    return ReportContext.row(
        text(name),
        count(row, "reports"),
        count(row, "initial_reports"),
        count(row, "followup_reports"),
        count(row, "final_reports"),
        percent(row.getAs("completeness_pct")),
        count(row, "reports_timed"),
        percent(row.getAs("timeliness_pct")),
        units(row),
        count(row, "rows_kept_out"),
        text(context.name("reporting_completeness", row.getAs("status"))));
  }

  private static Cell count(Row row, String column) {
    return cell(row.<Long>getAs(column), NumberForm.WHOLE);
  }

  private static Cell percent(@Nullable Double percent) {
    return percent == null ? Cell.Missing.NOT_COMPUTABLE : cell(percent, NumberForm.ONE);
  }

  private static Cell units(Row row) {
    Object expected = row.getAs("units_expected");
    String reporting = row.getAs("units_reporting").toString();
    return text(expected == null ? reporting : reporting + "/" + expected);
  }

  private List<Table.Column> heads(String first) {
    return List.of(
        context.head(first, 2.2),
        context.number("reports", 1.6),
        context.number("initial_reports", 1.4),
        context.number("followup_reports", 1.4),
        context.number("final_reports", 1.1),
        context.number(context.words().get("head.completeness"), "%", 1.6),
        context.number("timed", 1.6),
        context.number(context.words().get("head.timeliness"), "%", 2.1),
        context.number("units_reporting", 1.9),
        context.number("kept_out", 1.2),
        context.head("reporting_status", 2));
  }
}
