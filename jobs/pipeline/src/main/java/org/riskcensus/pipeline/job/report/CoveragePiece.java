package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;

/**
 * What shelters and monitoring stations cover 覆盖情况: of the unit by service, of the units below for
 * shelters and for stations of any kind, and the sheets of both.
 */
final class CoveragePiece implements Piece {

  private static final List<String> BY_UNIT = List.of("shelter", "station");

  private final ReportContext context;
  private final Path maps;
  private final List<Row> rows;

  CoveragePiece(ReportContext context, Path maps) {
    this.context = context;
    this.maps = maps;
    this.rows = context.source().rows("marts.service_coverage", context.ofUnits(), "admin_code");
  }

  @Override
  public String id() {
    return "capacity-coverage";
  }

  /** What the summary says of shelters and stations, where it is known of the unit. */
  List<Block> summary() {
    List<Block> told = new ArrayList<>();
    for (String service : BY_UNIT) {
      find(context.unit().code(), service)
          .filter(row -> row.getAs("covered_residents_pct") != null)
          .ifPresent(row -> told.add(sentence(service, row)));
    }
    return told;
  }

  private Block sentence(String service, Row row) {
    return Paragraph.body(
        context
            .words()
            .get(
                "summary.coverage",
                "service",
                context.name("coverage_service", service),
                "covered",
                NumberForm.WHOLE.text(row.<Double>getAs("covered_residents")),
                "pct",
                NumberForm.ONE.text(row.<Double>getAs("covered_residents_pct")),
                "gap",
                NumberForm.WHOLE.text(row.<Double>getAs("gap_residents"))));
  }

  @Override
  public List<Block> blocks() {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.body(context.words().get("coverage.intro")));
    byService().ifPresent(blocks::add);
    for (String service : BY_UNIT) {
      byUnit(service).ifPresent(blocks::add);
      sheet(service).ifPresent(blocks::add);
    }
    return blocks;
  }

  private Optional<Table> byService() {
    List<Table.Row> lines = new ArrayList<>();
    for (String service : context.contracts().codeList("coverage_service").codes()) {
      find(context.unit().code(), service)
          .ifPresent(row -> lines.add(line(context.name("coverage_service", service), row, false)));
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(table("service", "", lines));
  }

  private Optional<Table> byUnit(String service) {
    List<Table.Row> lines = new ArrayList<>();
    context
        .below()
        .forEach(
            (code, name) ->
                find(code, service).ifPresent(row -> lines.add(line(name, row, false))));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    find(context.unit().code(), service)
        .ifPresent(row -> lines.add(line(context.unit().name(), row, true)));
    return Optional.of(table("unit_name", context.name("coverage_service", service), lines));
  }

  private Table table(String first, String service, List<Table.Row> lines) {
    String title =
        service.isEmpty()
            ? context.title("table.coverage")
            : context.title("table.coverage_units", "service", service);
    List<Table.Column> heads =
        List.of(
            context.head(first, 2.2),
            context.number("facilities", 1),
            context.number("without_reach", 1),
            context.number("covered_area", 1.4),
            context.number("residents", 1.4),
            context.number("covered_residents", 1.4),
            context.number("gap_residents", 1.4),
            context.number("covered_pct", 1.2));
    return context.table(title, heads, lines, "note.coverage");
  }

  private Table.Row line(String name, Row row, boolean total) {
    return new Table.Row(
        List.of(
            text(name),
            CapacityCells.of(row, "facilities", NumberForm.WHOLE),
            CapacityCells.of(row, "without_reach", NumberForm.WHOLE),
            CapacityCells.of(row, "covered_area_pct", NumberForm.ONE),
            CapacityCells.of(row, "residents", NumberForm.WHOLE),
            CapacityCells.of(row, "covered_residents", NumberForm.WHOLE),
            CapacityCells.of(row, "gap_residents", NumberForm.WHOLE),
            CapacityCells.of(row, "covered_residents_pct", NumberForm.ONE)),
        total);
  }

  private Optional<Block> sheet(String service) {
    Path file = maps.resolve("%s_%s_coverage.png".formatted(context.unit().county(), service));
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String title =
        context.title("map.coverage", "service", context.name("coverage_service", service));
    return Optional.of(context.captions().picture(title, file));
  }

  private Optional<Row> find(String unit, String service) {
    return rows.stream()
        .filter(row -> row.getAs("admin_code").equals(unit))
        .filter(row -> row.getAs("service").equals(service))
        .findFirst();
  }
}
