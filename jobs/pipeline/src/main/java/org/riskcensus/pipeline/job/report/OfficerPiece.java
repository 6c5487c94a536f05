package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;

/** Posts of disaster-information officers 灾害信息员 by the level they serve, A and B posts apart. */
final class OfficerPiece implements Piece {

  private static final String TABLE = "marts.officer_coverage";

  private final ReportContext context;

  OfficerPiece(ReportContext context) {
    this.context = context;
  }

  @Override
  public String id() {
    return "capacity-officers";
  }

  @Override
  public List<Block> blocks() {
    List<Row> rows = context.source().rows(TABLE, context.ofUnits(), "admin_code");
    List<Table.Row> lines = new ArrayList<>();
    context.below().forEach((code, name) -> lines(lines, rows, code, name, false));
    lines(lines, rows, context.unit().code(), context.unit().name(), true);
    if (lines.isEmpty()) {
      return List.of();
    }
    List<Table.Column> heads =
        List.of(
            context.head("unit_name", 2),
            context.head("served_level", 1.2),
            context.number("units", 1.2),
            context.number("posts_filled", 1.2),
            context.number("with_a", 1.2),
            context.number("with_b", 1.2),
            context.number("with_both", 1.2),
            context.number("with_none", 1.2),
            context.number("covered_pct", 1.2));
    return List.of(context.table(context.title("table.officers"), heads, lines, "note.officers"));
  }

  private void lines(
      List<Table.Row> lines, List<Row> rows, String unit, String name, boolean total) {
    for (String level : context.contracts().codeList("admin_level").codes()) {
      rows.stream()
          .filter(row -> row.getAs("admin_code").equals(unit))
          .filter(row -> row.getAs("served_level").equals(level))
          .forEach(row -> lines.add(line(name, level, row, total)));
    }
  }

  private Table.Row line(String name, String level, Row row, boolean total) {
    return new Table.Row(
        List.of(
            text(name),
            text(context.name("admin_level", level)),
            CapacityCells.of(row, "units", NumberForm.WHOLE),
            CapacityCells.of(row, "posts", NumberForm.WHOLE),
            CapacityCells.of(row, "with_a", NumberForm.WHOLE),
            CapacityCells.of(row, "with_b", NumberForm.WHOLE),
            CapacityCells.of(row, "with_both", NumberForm.WHOLE),
            CapacityCells.of(row, "with_none", NumberForm.WHOLE),
            CapacityCells.of(row, "coverage_pct", NumberForm.ONE)),
        total);
  }
}
