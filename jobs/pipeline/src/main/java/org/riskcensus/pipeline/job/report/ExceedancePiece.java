package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;

/** Exceedance of losses 超越概率: losses of return periods, and the ranked years behind them. */
final class ExceedancePiece implements Piece {

  /** Ranks that are printed; the workbook of the mart has them all. */
  private static final int RANKS = 10;

  private static final NumberForm SHARE = new NumberForm(3, false);

  private final ReportContext context;
  private final IndicatorRows rows;
  private final List<Row> ranks;

  ExceedancePiece(ReportContext context, IndicatorRows rows) {
    this.context = context;
    this.rows = rows;
    this.ranks =
        context
            .source()
            .rows(
                "marts.loss_exceedance",
                col("admin_code")
                    .equalTo(context.unit().code())
                    .and(col("hazard_kind").equalTo(LossFigures.ALL)),
                "curve",
                "rank");
  }

  @Override
  public String id() {
    return "indicator-exceedance";
  }

  @Override
  public List<Block> blocks() {
    if (ranks.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(returnPeriods());
    for (String curve : context.contracts().codeList("exceedance_curve").codes()) {
      List<Row> own = of(curve).limit(RANKS).toList();
      if (!own.isEmpty()) {
        blocks.add(ranked(curve, own));
      }
    }
    return blocks;
  }

  private Stream<Row> of(String curve) {
    return ranks.stream().filter(row -> row.getAs("curve").equals(curve));
  }

  private Table returnPeriods() {
    List<Table.Row> lines = new ArrayList<>();
    for (String aep : rows.idsOverYears("loss_aep_")) {
      String years = aep.replaceAll("\\D", "");
      String oep = aep.replace("_aep_", "_oep_");
      lines.add(
          ReportContext.row(
              text(context.words().get("return_period", "n", years)),
              IndicatorRows.value(rows.findOverYears(aep, LossFigures.ALL), NumberForm.TWO),
              IndicatorRows.value(rows.findOverYears(oep, LossFigures.ALL), NumberForm.TWO)));
    }
    List<Table.Column> heads =
        List.of(
            context.head("return_period", 2),
            context.number(context.name("exceedance_curve", "aep"), "万元", 2),
            context.number(context.name("exceedance_curve", "oep"), "万元", 2));
    return context.table(
        context.title("table.return_periods"), heads, lines, "note.return_periods");
  }

  private Table ranked(String curve, List<Row> own) {
    List<Table.Row> lines = own.stream().map(this::line).toList();
    List<Table.Column> heads =
        List.of(
            context.number("rank", 1),
            context.head("year_column", 1.2),
            context.number(context.words().get("head.real", "year", context.year()), "万元", 2.2),
            context.number("probability", 1.6),
            Table.Column.number(context.words().get("head.interval"), "", 2.2),
            context.number(context.words().get("head.return_period"), "a", 1.6));
    String name = context.name("exceedance_curve", curve);
    Table table =
        context.table(
            context.title("table.exceedance", "curve", name), heads, lines, "note.exceedance");
    Object n = own.get(0).getAs("n");
    String years = context.words().get("note.exceedance_n", "n", n, "shown", own.size());
    List<String> notes = new ArrayList<>(table.notes());
    notes.add(years);
    return new Table(table.caption(), table.columns(), table.rows(), notes);
  }

  private Table.Row line(Row row) {
    String interval =
        context
            .words()
            .get(
                "interval",
                "lower",
                SHARE.text(row.<Double>getAs("probability_lower")),
                "upper",
                SHARE.text(row.<Double>getAs("probability_upper")));
    return ReportContext.row(
        cell(row.<Integer>getAs("rank"), NumberForm.WHOLE),
        text(row.getAs("year")),
        cell(row.<Double>getAs("loss_real_wan"), NumberForm.TWO),
        cell(row.<Double>getAs("probability"), SHARE),
        text(interval),
        cell(row.<Double>getAs("return_period_a"), NumberForm.TWO));
  }
}
