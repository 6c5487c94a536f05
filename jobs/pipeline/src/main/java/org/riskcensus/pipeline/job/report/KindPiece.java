package org.riskcensus.pipeline.job.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.chart.Chart;
import org.riskcensus.formats.chart.Series;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.ColumnContract;

/** Figures by kind of disaster 分灾种, one table a figure, and the direct loss as a chart. */
final class KindPiece implements Piece {

  private final ReportContext context;
  private final LossFigures losses;
  private final List<ColumnContract> columns;

  KindPiece(ReportContext context, LossFigures losses, List<ColumnContract> columns) {
    this.context = context;
    this.losses = losses;
    this.columns = columns;
  }

  @Override
  public String id() {
    return "loss-kinds";
  }

  /** Kinds with any figure in this year or the five before. */
  static List<String> recent(ReportContext context, LossFigures losses) {
    return context.kinds().stream()
        .filter(kind -> losses.recent(context.place().of(kind)))
        .toList();
  }

  @Override
  public List<Block> blocks() {
    List<String> kinds = recent(context, losses);
    if (kinds.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    columns.forEach(column -> blocks.add(table(column, kinds)));
    blocks.add(chart(kinds));
    return blocks;
  }

  private Table table(ColumnContract column, List<String> kinds) {
    LossTables tables = new LossTables(context, losses);
    List<Table.Row> rows = new ArrayList<>();
    for (String kind : kinds) {
      rows.add(
          tables.row(
              context.name("loss_kind_total", kind), context.place().of(kind), column, false));
    }
    String all = context.name("loss_kind_total", LossFigures.ALL);
    rows.add(tables.row(all, context.place(), column, true));
    List<Table.Column> heads = tables.heads(context.head("kind", 2.2), column.unit());
    String label = context.label(LossTables.TABLE, column.name());
    return context.table(
        context.title("table.by_kind", "figure", label), heads, rows, tables.notes());
  }

  private Block chart(List<String> kinds) {
    List<@Nullable Double> now = new ArrayList<>();
    List<@Nullable Double> before = new ArrayList<>();
    List<@Nullable Double> mean = new ArrayList<>();
    for (String kind : kinds) {
      Place place = context.place().of(kind);
      now.add(losses.value(place, LossFigures.LOSS));
      before.add(losses.value(place.in(place.year() - 1), LossFigures.LOSS));
      mean.add(losses.mean(place, LossFigures.LOSS).figure().value());
    }
    int year = context.period().year();
    List<Series> series =
        List.of(
            Series.bar(context.periodName(year), 0, now),
            Series.bar(context.periodName(year - 1), 9, before),
            Series.bar(context.words().get("head.mean"), 1, mean));
    List<String> names = kinds.stream().map(kind -> context.name("loss_kind", kind)).toList();
    return context
        .captions()
        .chart(context.title("chart.kinds"), new Chart(context.unit("万元"), names, series, false));
  }
}
