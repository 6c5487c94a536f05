package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;

/** Exposure 承灾体 of a unit by hazard and level; large measures in units that people read. */
final class ExposureTable {

  /** A unit of the tables and the one it is shown in. */
  private record Shown(String unit, double divisor, NumberForm form) {}

  private static final Map<String, Shown> SHOWN =
      Map.of(
          "m2", new Shown("万m2", 1e4, NumberForm.TWO),
          "m", new Shown("km", 1e3, NumberForm.TWO),
          "万元", new Shown("亿元", 1e4, NumberForm.TWO));

  private final ReportContext context;

  ExposureTable(ReportContext context) {
    this.context = context;
  }

  Table of(List<Row> rows, String title) {
    Words words = context.words();
    Map<List<String>, double[]> levels = new LinkedHashMap<>();
    for (Row row : rows) {
      List<String> key = List.of(row.getAs("hazard"), row.getAs("exposure"), row.getAs("unit"));
      double[] quantities = levels.computeIfAbsent(key, k -> new double[5]);
      quantities[row.<Integer>getAs("hazard_level")] += row.<Double>getAs("quantity");
    }
    List<Table.Row> lines = new ArrayList<>();
    levels.forEach((key, quantities) -> lines.add(line(key, quantities)));
    List<Table.Column> heads = new ArrayList<>();
    heads.add(Table.Column.text(words.get("head.hazard"), 1.6));
    heads.add(Table.Column.text(words.get("head.exposure"), 2));
    heads.add(Table.Column.text(words.get("head.unit"), 1.3));
    for (String level : context.contracts().codeList("risk_level").codes()) {
      heads.add(context.number(words.get("level." + level), "", 1.5));
    }
    heads.add(context.number(words.get("level.0"), "", 1.7));
    return context.captions().table(title, heads, lines, List.of(words.get("note.exposure")));
  }

  private Table.Row line(List<String> key, double[] quantities) {
    Shown shown = SHOWN.getOrDefault(key.get(2), new Shown(key.get(2), 1, NumberForm.WHOLE));
    List<Cell> cells = new ArrayList<>();
    cells.add(text(context.name("hazard", key.get(0))));
    cells.add(text(context.name("exposure", key.get(1))));
    cells.add(text(context.words().find("unit." + shown.unit()).orElse(shown.unit())));
    for (int level : new int[] {4, 3, 2, 1, 0}) {
      cells.add(cell(quantities[level] / shown.divisor(), shown.form()));
    }
    return new Table.Row(cells, false);
  }
}
