package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;

/** Exposure 承灾体 of a unit by hazard and level; large measures in units that people read. */
final class ExposurePiece implements Piece {

  /** A unit of the tables and the one it is shown in. */
  private record Shown(String unit, double divisor, NumberForm form) {}

  private static final Map<String, Shown> SHOWN =
      Map.of(
          "m2", new Shown("万m2", 1e4, NumberForm.TWO),
          "m", new Shown("km", 1e3, NumberForm.TWO),
          "万元", new Shown("亿元", 1e4, NumberForm.TWO));

  private final ReportContext context;

  ExposurePiece(ReportContext context) {
    this.context = context;
  }

  @Override
  public String id() {
    return "risk-exposure";
  }

  @Override
  public List<Block> blocks() {
    Map<List<String>, double[]> levels = new LinkedHashMap<>();
    for (Row row : rows()) {
      List<String> key = List.of(row.getAs("hazard"), row.getAs("exposure"), row.getAs("unit"));
      double[] quantities =
          levels.computeIfAbsent(key, k -> new double[context.contracts().levels().size() + 1]);
      quantities[row.<Integer>getAs("hazard_level")] += row.<Double>getAs("quantity");
    }
    return levels.isEmpty()
        ? List.of(Paragraph.body(context.words().get("risk.no_exposure")))
        : List.of(table(levels));
  }

  private List<Row> rows() {
    return context
        .source()
        .rows(
            "marts.unit_exposure",
            col("admin_code")
                .equalTo(context.unit().code())
                .and(col("hazard").isin(context.hazards().toArray())),
            "hazard",
            "exposure",
            "hazard_level");
  }

  private Table table(Map<List<String>, double[]> levels) {
    List<Table.Row> lines = new ArrayList<>();
    levels.forEach((key, quantities) -> lines.add(line(key, quantities)));
    List<Table.Column> heads = new ArrayList<>();
    heads.add(context.head("hazard", 1.6));
    heads.add(context.head("exposure", 2));
    heads.add(context.head("unit", 1.3));
    for (String level : context.contracts().codeList("risk_level").codes()) {
      heads.add(context.number(context.name("risk_level", level), "", 1.5));
    }
    heads.add(context.number(context.words().get("level.0"), "", 1.7));
    return context.table(context.title("table.exposure"), heads, lines, "note.exposure");
  }

  private Table.Row line(List<String> key, double[] quantities) {
    Shown shown = SHOWN.getOrDefault(key.get(2), new Shown(key.get(2), 1, NumberForm.WHOLE));
    List<Cell> cells = new ArrayList<>();
    cells.add(text(context.name("hazard", key.get(0))));
    cells.add(text(context.name("exposure", key.get(1))));
    cells.add(text(context.unit(shown.unit())));
    for (int level = quantities.length - 1; level >= 0; level--) {
      cells.add(cell(quantities[level] / shown.divisor(), shown.form()));
    }
    return new Table.Row(cells, false);
  }
}
