package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.Contracts;

/** Risk level of the units directly below 分地区风险等级, and how it changed. */
final class RiskUnitPiece implements Piece {

  private final ReportContext context;
  private final RiskRows now;
  private final RiskRows before;
  private final LevelHistory history;

  RiskUnitPiece(ReportContext context, RiskRows now, RiskRows before) {
    this.context = context;
    this.now = now;
    this.before = before;
    Contracts own = context.contracts();
    Contracts then = context.before().map(release -> release.contracts(own)).orElse(own);
    this.history = new LevelHistory(then.levels(), own.levels(), context.words());
  }

  @Override
  public String id() {
    return "risk-units";
  }

  @Override
  public List<Block> blocks() {
    List<String> hazards =
        context.hazards().stream()
            .filter(h -> context.below().keySet().stream().anyMatch(u -> now.find(u, h) != null))
            .toList();
    if (hazards.isEmpty()) {
      return List.of(Paragraph.body(context.words().get("risk.no_units")));
    }
    List<Table.Row> rows = new ArrayList<>();
    context.below().forEach((code, name) -> rows.add(line(code, name, hazards)));
    List<Table.Column> heads = new ArrayList<>();
    heads.add(context.head("unit_name", 2));
    for (String hazard : hazards) {
      heads.add(Table.Column.text(context.name("risk_kind", hazard), 1.5));
    }
    heads.add(context.number(context.words().get("head.key_area"), "km2", 1.8));
    heads.add(context.head("level_change", 2));
    return List.of(
        context.table(context.title("table.risk_units"), heads, rows, "note.risk_units"));
  }

  private Table.Row line(String unit, String name, List<String> hazards) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(name));
    for (String hazard : hazards) {
      Row row = now.find(unit, hazard);
      cells.add(
          row == null
              ? Cell.Missing.NOT_APPLICABLE
              : text(context.name("risk_level", row.getAs("risk_level"))));
    }
    Row all = now.find(unit, RiskChapter.COMPREHENSIVE);
    cells.add(all == null ? Cell.Missing.NOT_APPLICABLE : RiskHazardPiece.area(all, "area_key_m2"));
    cells.add(changed(unit));
    return new Table.Row(cells, false);
  }

  /** How the comprehensive level of a unit changed since the release before. */
  private Cell changed(String unit) {
    Row old = before.find(unit, RiskChapter.COMPREHENSIVE);
    Row current = now.find(unit, RiskChapter.COMPREHENSIVE);
    if (old == null || current == null) {
      return Cell.Missing.NOT_APPLICABLE;
    }
    return text(history.of(old.<Integer>getAs("risk_level"), current.<Integer>getAs("risk_level")));
  }
}
