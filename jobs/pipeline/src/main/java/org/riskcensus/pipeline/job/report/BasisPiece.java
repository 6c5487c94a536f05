package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.ColumnContract;

/** Both bases side by side 两种口径核对, by main figure and by kind: they are kept apart, and differ. */
final class BasisPiece implements Piece {

  private static final NumberForm GAP = new NumberForm(2, true);

  private final ReportContext context;
  private final AnnualFigures losses;
  private final List<ColumnContract> columns;

  BasisPiece(ReportContext context, AnnualFigures losses, List<ColumnContract> columns) {
    this.context = context;
    this.losses = losses;
    this.columns = columns;
  }

  @Override
  public String id() {
    return "loss-bases";
  }

  @Override
  public List<Block> blocks() {
    List<Table.Row> byFigure = new ArrayList<>();
    for (ColumnContract column : columns) {
      String label = context.label(LossTables.TABLE, column.name());
      String name = label + " (" + context.unit(column.unit()) + ")";
      row(byFigure, name, context.place(), column);
    }
    List<Table.Row> byKind = new ArrayList<>();
    ColumnContract loss = context.contracts().get(LossTables.TABLE).get(LossFigures.LOSS);
    for (String kind : context.kinds()) {
      row(byKind, context.name("loss_kind", kind), context.place().of(kind), loss);
    }
    row(byKind, context.name("loss_kind_total", LossFigures.ALL), context.place(), loss);
    return List.of(
        Paragraph.body(context.words().get("loss.bases")),
        context.table(context.title("table.bases"), heads("figure", ""), byFigure, "note.missing"),
        context.table(
            context.title("table.bases_kinds"),
            heads("kind", loss.unit()),
            byKind,
            "note.missing"));
  }

  private void row(List<Table.Row> rows, String name, Place place, ColumnContract column) {
    losses.findMeasure(place, column.name()).ifPresent(row -> rows.add(row(name, row, column)));
  }

  private Table.Row row(String name, Row row, ColumnContract column) {
    NumberForm form = LossTables.form(column);
    Double difference = row.getAs("difference");
    Double percent = row.getAs("difference_pct");
    Cell none = Cell.Missing.NOT_APPLICABLE;
    return ReportContext.row(
        text(name),
        cell(row.<Double>getAs("annual_final"), form),
        cell(row.<Double>getAs("event_sum"), form),
        difference == null
            ? none
            : cell(difference, form.decimals() == 0 ? new NumberForm(0, true) : GAP),
        percent == null ? none : cell(percent, NumberForm.CHANGE),
        text(context.name("reconciliation", row.getAs("reconciliation"))));
  }

  private List<Table.Column> heads(String first, String unit) {
    return List.of(
        context.head(first, 2.6),
        context.number(context.name("loss_basis", AnnualFigures.ANNUAL), unit, 2),
        context.number(context.name("loss_basis", AnnualFigures.EVENTS), unit, 2),
        context.number(context.words().get("head.difference"), unit, 2),
        context.number(context.words().get("head.difference_share"), "%", 1.6),
        context.head("reconciliation", 1.8));
  }
}
