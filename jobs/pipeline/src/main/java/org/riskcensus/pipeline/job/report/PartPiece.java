package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.ColumnContract;

/** The parts of the direct loss 损失构成 with their shares, which add up to 100. */
final class PartPiece implements Piece {

  private final ReportContext context;
  private final LossFigures losses;
  private final List<ColumnContract> parts;

  PartPiece(ReportContext context, LossFigures losses, List<ColumnContract> parts) {
    this.context = context;
    this.losses = losses;
    this.parts = parts;
  }

  @Override
  public String id() {
    return "loss-parts";
  }

  @Override
  public List<Block> blocks() {
    List<Figure> figures =
        parts.stream().map(part -> losses.figure(context.place(), part.name())).toList();
    List<Cell> shares = Shares.percent(figures);
    List<Table.Row> rows = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      rows.add(row(parts.get(i).name(), shares.get(i), false));
    }
    rows.add(row(LossFigures.LOSS, Shares.whole(figures), true));
    LossTables tables = new LossTables(context, losses);
    List<Table.Column> compared = tables.comparedHeads("万元");
    List<Table.Column> heads =
        List.of(
            context.head("part", 3),
            compared.get(0),
            context.number(context.words().get("head.share"), "%", 1.4),
            compared.get(1),
            compared.get(2));
    return List.of(context.table(context.title("table.parts"), heads, rows, "note.missing"));
  }

  private Table.Row row(String part, Cell share, boolean total) {
    Place place = context.place();
    Figure now = losses.figure(place, part);
    Figure before = losses.figure(place.in(place.year() - 1), part);
    return new Table.Row(
        List.of(
            text(context.label(LossTables.TABLE, part)),
            now.cell(NumberForm.TWO),
            share,
            before.cell(NumberForm.TWO),
            now.change(before)),
        total);
  }
}
