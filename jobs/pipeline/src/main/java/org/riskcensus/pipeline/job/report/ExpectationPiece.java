package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.IndicatorRows.value;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;

/** Average annual loss 年均损失 and its trend by kind, in real prices, with intervals. */
final class ExpectationPiece implements Piece {

  private static final String AVERAGE = "average_annual_loss_wan";
  private static final String TREND = "loss_trend_wan_a";

  private final ReportContext context;
  private final IndicatorRows rows;

  ExpectationPiece(ReportContext context, IndicatorRows rows) {
    this.context = context;
    this.rows = rows;
  }

  @Override
  public String id() {
    return "indicator-expectation";
  }

  @Override
  public List<Block> blocks() {
    List<String> kinds = new ArrayList<>(context.kinds());
    kinds.add(LossFigures.ALL);
    List<Table.Row> lines = new ArrayList<>();
    for (String kind : kinds) {
      rows.findOverYears(AVERAGE, kind).ifPresent(average -> lines.add(line(kind, average)));
    }
    if (lines.isEmpty()) {
      return List.of();
    }
    List<Table.Column> heads =
        List.of(
            context.head("kind", 1.8),
            context.head("period", 1.6),
            context.number(context.words().get("head.n"), "a", 1),
            context.number(context.words().get("head.average"), "万元", 1.8),
            Table.Column.number(context.words().get("head.interval"), "", 2.8),
            context.number(context.words().get("head.trend"), "万元/a", 1.6),
            Table.Column.number(context.words().get("head.interval"), "", 2.6));
    return List.of(
        context.table(
            context.title("table.expectation"), heads, lines, "note.expectation", "note.missing"));
  }

  private Table.Row line(String kind, Row average) {
    Optional<Row> trend = rows.findOverYears(TREND, kind);
    NumberForm signed = new NumberForm(2, true);
    return new Table.Row(
        List.of(
            text(context.name("loss_kind_total", kind)),
            text(average.getAs("period")),
            cell(average.<Integer>getAs("n"), NumberForm.WHOLE),
            value(Optional.of(average), NumberForm.TWO),
            rows.interval(Optional.of(average), NumberForm.TWO),
            value(trend, signed),
            rows.interval(trend, NumberForm.TWO)),
        kind.equals(LossFigures.ALL));
  }
}
