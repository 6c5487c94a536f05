package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.IndicatorRows.value;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;

/** Ratios 灾情强度: this year, the year before, mean of the yearly ratios and ratio of the sums. */
final class RatioPiece implements Piece {

  private static final String TOPIC = "intensity";

  private final ReportContext context;
  private final IndicatorRows rows;

  RatioPiece(ReportContext context, IndicatorRows rows) {
    this.context = context;
    this.rows = rows;
  }

  @Override
  public String id() {
    return "indicator-ratios";
  }

  @Override
  public List<Block> blocks() {
    List<Table.Row> lines = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    List<Block> reasons = new ArrayList<>();
    for (String id : rows.ids(TOPIC)) {
      lines.add(line(id));
      rows.find(id + "_mean", context.period().year())
          .map(new Reasons(context)::of)
          .filter(reason -> !reason.isEmpty())
          .ifPresent(r -> reasons.add(Paragraph.note(reason(id, r))));
    }
    if (lines.isEmpty()) {
      return List.of();
    }
    int year = context.period().year();
    List<Table.Column> heads =
        List.of(
            context.head("indicator", 3),
            context.head("unit", 1.4),
            Table.Column.number(context.words().get("head.year", "year", year), "", 1.6),
            Table.Column.number(context.words().get("head.year", "year", year - 1), "", 1.6),
            context.number("mean_of_ratios", 1.8),
            context.number("ratio_of_sums", 1.8),
            context.head("period", 1.6),
            context.number(context.words().get("head.n"), "a", 1));
    blocks.add(
        context.table(context.title("table.ratios"), heads, lines, "note.ratios", "note.missing"));
    blocks.addAll(reasons);
    return blocks;
  }

  private String reason(String id, String reason) {
    return context.words().get("reason.of", "indicator", rows.name(id), "reason", reason);
  }

  private Table.Row line(String id) {
    int year = context.period().year();
    Optional<Row> now = rows.find(id, year);
    Optional<Row> mean = rows.find(id + "_mean", year);
    NumberForm form = rows.form(id, now);
    return ReportContext.row(
        text(rows.name(id)),
        text(rows.unit(id)),
        value(now, form),
        value(rows.find(id, year - 1), form),
        value(mean, form),
        value(rows.find(id + "_of_sums", year), form),
        mean.map(row -> text(row.getAs("period"))).orElse(Cell.Missing.NOT_APPLICABLE),
        mean.map(row -> cell(row.<Integer>getAs("n"), NumberForm.WHOLE))
            .orElse(Cell.Missing.NOT_APPLICABLE));
  }
}
