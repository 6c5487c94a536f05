package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.chart.Chart;
import org.riskcensus.formats.chart.Series;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.ColumnContract;

/**
 * Figures of the units directly below 分地区: all of them, the direct loss against the years before,
 * and by kind. Always event sums, so that the units add up.
 */
final class UnitPiece implements Piece {

  private final ReportContext context;
  private final PeriodFigures losses;
  private final List<ColumnContract> columns;

  UnitPiece(ReportContext context, PeriodFigures losses, List<ColumnContract> columns) {
    this.context = context;
    this.losses = losses;
    this.columns = columns;
  }

  @Override
  public String id() {
    return "loss-units";
  }

  @Override
  public List<Block> blocks() {
    if (context.below().isEmpty()) {
      return List.of(Paragraph.body(context.words().get("loss.no_units")));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures());
    blocks.add(compared());
    List<String> kinds = KindPiece.recent(context, losses);
    if (!kinds.isEmpty()) {
      blocks.add(byKind(kinds));
    }
    blocks.add(chart());
    return blocks;
  }

  private Place place(String unit) {
    return new Place(unit, context.period().year(), LossFigures.ALL);
  }

  private Table figures() {
    List<Table.Row> rows = new ArrayList<>();
    context.below().forEach((code, name) -> rows.add(figureRow(name, place(code), false)));
    rows.add(figureRow(context.unit().name(), context.place(), true));
    List<Table.Column> heads = new ArrayList<>();
    heads.add(context.head("unit_name", 2.2));
    heads.add(context.number(context.words().get("head.events"), "次", 1.2));
    for (ColumnContract column : columns) {
      String label = context.label(LossTables.TABLE, column.name());
      heads.add(context.number(label, column.unit(), 1.8));
    }
    return context.table(
        context.title("table.units"), heads, rows, "note.no_event", "note.missing", "note.units");
  }

  private Table.Row figureRow(String name, Place place, boolean total) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(name));
    cells.add(losses.events(place).cell(NumberForm.WHOLE));
    for (ColumnContract column : columns) {
      cells.add(losses.figure(place, column.name()).cell(LossTables.form(column)));
    }
    return new Table.Row(cells, total);
  }

  private Table compared() {
    LossTables tables = new LossTables(context, losses);
    ColumnContract loss = context.contracts().get(LossTables.TABLE).get(LossFigures.LOSS);
    List<Table.Row> rows = new ArrayList<>();
    for (Map.Entry<String, String> unit : context.below().entrySet()) {
      rows.add(tables.row(unit.getValue(), place(unit.getKey()), loss, false));
    }
    rows.add(tables.row(context.unit().name(), context.place(), loss, true));
    List<Table.Column> heads = tables.heads(context.head("unit_name", 2.2), loss.unit());
    return context.table(
        context.title("table.units_compared"), heads, rows, "note.no_event", "note.mean");
  }

  private Table byKind(List<String> kinds) {
    List<Table.Row> rows = new ArrayList<>();
    context.below().forEach((code, name) -> rows.add(kindRow(name, place(code), kinds, false)));
    rows.add(kindRow(context.unit().name(), context.place(), kinds, true));
    List<Table.Column> heads = new ArrayList<>();
    heads.add(context.head("unit_name", 2.2));
    for (String kind : kinds) {
      heads.add(Table.Column.number(context.name("loss_kind", kind), "", 1.6));
    }
    heads.add(Table.Column.number(context.name("loss_kind_total", LossFigures.ALL), "", 1.6));
    return context.table(
        context.title("table.unit_kinds"), heads, rows, "note.no_event", "note.missing");
  }

  private Table.Row kindRow(String name, Place place, List<String> kinds, boolean total) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(name));
    for (String kind : kinds) {
      cells.add(losses.figure(place.of(kind), LossFigures.LOSS).cell(NumberForm.TWO));
    }
    cells.add(losses.figure(place, LossFigures.LOSS).cell(NumberForm.TWO));
    return new Table.Row(cells, total);
  }

  private Block chart() {
    List<@Nullable Double> now = new ArrayList<>();
    context.below().keySet().forEach(u -> now.add(losses.value(place(u), LossFigures.LOSS)));
    String label = context.label(LossTables.TABLE, LossFigures.LOSS);
    Chart chart =
        new Chart(
            context.unit("万元"),
            List.copyOf(context.below().values()),
            List.of(Series.bar(label, 0, now)),
            false);
    return context.captions().chart(context.title("chart.units"), chart);
  }
}
