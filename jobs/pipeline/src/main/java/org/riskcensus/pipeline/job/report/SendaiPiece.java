package org.riskcensus.pipeline.job.report;

import java.util.List;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Table;

/** Indicators of the Sendai framework 仙台框架, targets A to D, with what could not be computed. */
final class SendaiPiece implements Piece {

  private final ReportContext context;
  private final IndicatorRows rows;

  SendaiPiece(ReportContext context, IndicatorRows rows) {
    this.context = context;
    this.rows = rows;
  }

  @Override
  public String id() {
    return "indicator-sendai";
  }

  @Override
  public List<Block> blocks() {
    IndicatorTable table = new IndicatorTable(context, rows);
    List<Table.Row> lines = table.lines("sendai");
    return lines.isEmpty()
        ? List.of()
        : List.of(
            context.table(
                context.title("table.sendai"),
                table.heads(),
                lines,
                "note.sendai",
                "note.missing"));
  }
}
