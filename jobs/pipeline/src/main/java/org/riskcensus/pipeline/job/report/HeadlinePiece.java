package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.ColumnContract;

/** The main figures 主要灾情指标 of the unit, all kinds together, and which of them are missing. */
final class HeadlinePiece implements Piece {

  private final ReportContext context;
  private final LossFigures losses;
  private final List<ColumnContract> columns;

  HeadlinePiece(ReportContext context, LossFigures losses, List<ColumnContract> columns) {
    this.context = context;
    this.losses = losses;
    this.columns = columns;
  }

  @Override
  public String id() {
    return "loss-headline";
  }

  @Override
  public List<Block> blocks() {
    LossTables tables = new LossTables(context, losses);
    List<Table.Row> rows = new ArrayList<>();
    for (ColumnContract column : columns) {
      List<Cell> cells = new ArrayList<>();
      cells.add(text(context.label(LossTables.TABLE, column.name())));
      cells.add(text(context.unit(column.unit())));
      cells.addAll(tables.compared(context.place(), column.name(), LossTables.form(column)));
      rows.add(new Table.Row(cells, false));
    }
    List<Table.Column> heads = new ArrayList<>();
    heads.add(context.head("figure", 3.2));
    heads.add(context.head("unit", 1.2));
    heads.addAll(tables.comparedHeads(""));
    List<Block> blocks = new ArrayList<>();
    blocks.add(context.table(context.title("table.headline"), heads, rows, tables.notes()));
    named("loss.not_reported", this::notReported, blocks);
    named("loss.partly_reported", this::partly, blocks);
    return blocks;
  }

  private boolean notReported(ColumnContract column) {
    return losses.figure(context.place(), column.name()).missing() == Cell.Missing.NOT_REPORTED;
  }

  private boolean partly(ColumnContract column) {
    return losses.partly(context.place(), column.name());
  }

  private void named(String key, Predicate<ColumnContract> which, List<Block> blocks) {
    List<String> names =
        columns.stream()
            .filter(which)
            .map(column -> context.label(LossTables.TABLE, column.name()))
            .toList();
    if (!names.isEmpty()) {
      String list = String.join(context.words().get("list.comma"), names);
      blocks.add(Paragraph.warning(context.words().get(key, "figures", list)));
    }
  }
}
