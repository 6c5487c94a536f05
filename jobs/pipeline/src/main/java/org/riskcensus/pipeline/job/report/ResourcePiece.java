package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;

/** Resources against what standards want 供需对照, and shelter area a head of the units below. */
final class ResourcePiece implements Piece {

  private static final String BY_UNIT = "shelter_short";

  private final ReportContext context;
  private final Map<String, Map<String, Row>> rows = new TreeMap<>();

  ResourcePiece(ReportContext context) {
    this.context = context;
    context
        .source()
        .rows("marts.unit_capacity", context.ofUnits(), "admin_code")
        .forEach(
            row ->
                rows.computeIfAbsent(row.getAs("admin_code"), unit -> new TreeMap<>())
                    .put(row.getAs("measure"), row));
  }

  @Override
  public String id() {
    return "capacity-resources";
  }

  @Override
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<Table.Row> own = new ArrayList<>();
    Map<String, Row> measures = rows.getOrDefault(context.unit().code(), Map.of());
    for (String measure : context.contracts().codeList("capacity_measure").codes()) {
      if (measures.containsKey(measure)) {
        own.add(line(context.name("capacity_measure", measure), measures.get(measure), false));
      }
    }
    if (!own.isEmpty()) {
      blocks.add(
          context.table(context.title("table.resources"), heads("measure"), own, "note.resources"));
    }
    List<Table.Row> below = below();
    if (!below.isEmpty()) {
      String title =
          context.title(
              "table.resource_units", "measure", context.name("capacity_measure", BY_UNIT));
      blocks.add(context.table(title, heads("unit_name"), below, "note.resources"));
    }
    return blocks;
  }

  private List<Table.Row> below() {
    List<Table.Row> lines = new ArrayList<>();
    context
        .below()
        .forEach(
            (code, name) -> {
              Row row = rows.getOrDefault(code, Map.of()).get(BY_UNIT);
              if (row != null) {
                lines.add(line(name, row, false));
              }
            });
    Row whole = rows.getOrDefault(context.unit().code(), Map.of()).get(BY_UNIT);
    if (!lines.isEmpty() && whole != null) {
      lines.add(line(context.unit().name(), whole, true));
    }
    return lines;
  }

  private List<Table.Column> heads(String first) {
    return List.of(
        context.head(first, 2.6),
        context.head("unit", 1),
        context.number("stock", 1.4),
        context.number("need", 1.4),
        context.number("per_head", 1.2),
        context.number("met_pct", 1.2),
        context.head("met", 1.2),
        context.head("evidence", 1.2));
  }

  /** Resources of which there are few a head are shown with more digits. */
  private static NumberForm perHead(Row row) {
    Double value = row.getAs("per_head");
    return value != null && value > 0 && value < 0.1 ? new NumberForm(4, false) : NumberForm.TWO;
  }

  private Table.Row line(String name, Row row, boolean total) {
    return new Table.Row(
        List.of(
            text(name),
            text(context.unit(row.getAs("unit"))),
            CapacityCells.of(row, "stock", NumberForm.WHOLE),
            CapacityCells.of(row, "need", NumberForm.WHOLE),
            CapacityCells.of(row, "per_head", perHead(row)),
            CapacityCells.of(row, "coverage_pct", NumberForm.ONE),
            text(context.name("capacity_status", row.getAs("status"))),
            text(row.getAs("evidence"))),
        total);
  }
}
