package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.chart.Chart;
import org.riskcensus.formats.chart.Series;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.ColumnContract;

/** Figures by month 分月 against the same month before, and the direct loss by kind and month. */
final class MonthPiece implements Piece {

  private final ReportContext context;
  private final PeriodFigures losses;
  private final ColumnContract loss;

  MonthPiece(ReportContext context, PeriodFigures losses, ColumnContract loss) {
    this.context = context;
    this.losses = losses;
    this.loss = loss;
  }

  @Override
  public String id() {
    return "loss-months";
  }

  @Override
  public List<Block> blocks() {
    List<String> kinds = KindPiece.recent(context, losses);
    List<YearMonth> months = context.period().months();
    if (kinds.isEmpty() || months.size() < 2) {
      return List.of();
    }
    return List.of(
        Paragraph.body(context.words().get("loss.months")),
        byMonth(months),
        chart(months),
        byKind(months, kinds));
  }

  private PeriodFigures of(YearMonth month) {
    return losses.during(new Period(month, month));
  }

  private Place place(YearMonth month) {
    return new Place(context.unit().code(), month.getYear(), LossFigures.ALL);
  }

  private String name(YearMonth month) {
    String key = month.getYear() == context.period().year() ? "month" : "month.before";
    return context.words().get(key, "n", month.getMonthValue(), "year", month.getYear());
  }

  private Table byMonth(List<YearMonth> months) {
    List<Table.Row> rows = new ArrayList<>();
    for (YearMonth month : months) {
      rows.add(row(name(month), of(month), place(month), false));
    }
    rows.add(row(context.words().get("total"), losses, context.place(), true));
    List<Table.Column> heads = new ArrayList<>();
    heads.add(context.head("month", 1.6));
    heads.add(context.number(context.words().get("head.events"), "次", 1.2));
    heads.addAll(new LossTables(context, losses).comparedHeads(loss.unit()));
    return context.table(
        context.title("table.months"), heads, rows, "note.no_event", "note.missing", "note.mean");
  }

  private Table.Row row(String name, PeriodFigures figures, Place place, boolean total) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(name));
    cells.add(figures.events(place).cell(NumberForm.WHOLE));
    cells.addAll(new LossTables(context, figures).compared(place, loss.name(), NumberForm.TWO));
    return new Table.Row(cells, total);
  }

  private Block chart(List<YearMonth> months) {
    List<@Nullable Double> now = new ArrayList<>();
    List<@Nullable Double> before = new ArrayList<>();
    List<@Nullable Double> mean = new ArrayList<>();
    for (YearMonth month : months) {
      Place place = place(month);
      now.add(of(month).value(place, loss.name()));
      before.add(of(month).value(place.in(place.year() - 1), loss.name()));
      mean.add(of(month).mean(place, loss.name()).figure().value());
    }
    int year = context.period().year();
    List<Series> series =
        List.of(
            Series.bar(context.periodName(year), 0, now),
            Series.bar(context.periodName(year - 1), 9, before),
            Series.line(context.words().get("head.mean"), 1, mean));
    List<String> names = months.stream().map(this::name).toList();
    return context
        .captions()
        .chart(context.title("chart.months"), new Chart(context.unit("万元"), names, series, false));
  }

  private Table byKind(List<YearMonth> months, List<String> kinds) {
    List<String> columns = new ArrayList<>(kinds);
    columns.add(LossFigures.ALL);
    List<Table.Row> rows = new ArrayList<>();
    for (YearMonth month : months) {
      rows.add(matrixRow(name(month), of(month), place(month), columns, false));
    }
    rows.add(matrixRow(context.words().get("total"), losses, context.place(), columns, true));
    List<Table.Column> heads = new ArrayList<>();
    heads.add(context.head("month", 1.6));
    for (String kind : columns) {
      heads.add(Table.Column.number(context.name("loss_kind_total", kind), "", 1.6));
    }
    return context.table(
        context.title("table.month_kinds"), heads, rows, "note.no_event", "note.missing");
  }

  private static Table.Row matrixRow(
      String name, LossFigures figures, Place place, List<String> kinds, boolean total) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(name));
    for (String kind : kinds) {
      cells.add(figures.figure(place.of(kind), LossFigures.LOSS).cell(NumberForm.TWO));
    }
    return new Table.Row(cells, total);
  }
}
