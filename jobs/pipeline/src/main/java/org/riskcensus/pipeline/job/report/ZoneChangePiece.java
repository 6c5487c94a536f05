package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;

/** Areas of the zones against the release before 与上期普查相比的变化. */
final class ZoneChangePiece implements Piece {

  private final ReportContext context;
  private final RiskRows now;
  private final RiskRows before;

  ZoneChangePiece(ReportContext context, RiskRows now, RiskRows before) {
    this.context = context;
    this.now = now;
    this.before = before;
  }

  @Override
  public String id() {
    return "risk-changes";
  }

  @Override
  public List<Block> blocks() {
    String unit = context.unit().code();
    if (before.hazards(context, unit).isEmpty()) {
      String none = context.words().get("risk.no_before", "year", context.year() - 1);
      return List.of(Paragraph.body(none));
    }
    List<Table.Row> rows = new ArrayList<>();
    for (String hazard : now.hazards(context, unit)) {
      for (String zone : context.contracts().codeList("zone_class").codes()) {
        rows.add(line(hazard, zone));
      }
    }
    List<Table.Column> heads =
        List.of(
            context.head("hazard", 2),
            context.head("zone", 2),
            context.number("census-" + (context.year() - 1), "km2", 2),
            context.number("census-" + context.year(), "km2", 2),
            context.number(context.words().get("head.difference"), "km2", 2));
    return List.of(context.table(context.title("table.zone_changes"), heads, rows, "note.missing"));
  }

  private Table.Row line(String hazard, String zone) {
    String unit = context.unit().code();
    Row old = before.find(unit, hazard);
    String column = "area_" + zone + "_m2";
    Double from = old == null ? null : old.<Double>getAs(column) / RiskChapter.KM2;
    double to = now.get(unit, hazard).<Double>getAs(column) / RiskChapter.KM2;
    return ReportContext.row(
        text(context.name("risk_kind", hazard)),
        text(context.name("zone_class", zone)),
        cell(from, NumberForm.TWO),
        cell(to, NumberForm.TWO),
        cell(from == null ? null : to - from, new NumberForm(2, true)));
  }
}
