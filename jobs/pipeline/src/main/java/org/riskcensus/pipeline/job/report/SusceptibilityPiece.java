package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;

/**
 * Susceptibility 易发性 where it was computed: area and hazard points of the unit by class, the
 * information values of a county's factors, and its sheet.
 */
final class SusceptibilityPiece implements Piece {

  private static final NumberForm VALUE = new NumberForm(3, false);
  private static final double HUNDRED_KM2 = 1e8;
  private static final Set<String> HIGH = Set.of("high", "very_high");

  private final ReportContext context;
  private final Path maps;

  SusceptibilityPiece(ReportContext context, Path maps) {
    this.context = context;
    this.maps = maps;
  }

  @Override
  public String id() {
    return "risk-susceptibility";
  }

  @Override
  public List<Block> blocks() {
    Optional<String> hazard = hazard();
    List<Row> classes = hazard.map(h -> classes()).orElse(List.of());
    if (classes.isEmpty()) {
      return List.of();
    }
    String name = context.name("hazard", hazard.orElseThrow());
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.body(context.words().get("susceptibility.intro", "hazard", name)));
    blocks.add(Paragraph.body(concentration(classes)));
    blocks.add(byClass(name, classes));
    List<Row> values = values();
    if (!values.isEmpty()) {
      blocks.add(byFactor(name, values));
    }
    sheet(hazard.orElseThrow(), name).ifPresent(blocks::add);
    return blocks;
  }

  /** The hazard whose points were counted, where the edition shows it. */
  private Optional<String> hazard() {
    return context
        .source()
        .find("marts.susceptibility_area")
        .flatMap(
            areas ->
                areas
                    .where(col("county_code").equalTo(context.unit().county()))
                    .select("hazard")
                    .distinct()
                    .collectAsList()
                    .stream()
                    .map(row -> row.getString(0))
                    .filter(context.hazards()::contains)
                    .findFirst());
  }

  private List<Row> classes() {
    List<String> order = context.contracts().codeList("susceptibility_class").codes();
    return context
        .source()
        .rows(
            "marts.unit_susceptibility",
            col("admin_code").equalTo(context.unit().code()),
            "susceptibility_class")
        .stream()
        .sorted(Comparator.comparing(row -> order.indexOf(row.getAs("susceptibility_class"))))
        .toList();
  }

  /** Of a county alone, since they are its own; by factor, the greatest first. */
  private List<Row> values() {
    if (!context.unit().level().equals("county")) {
      return List.of();
    }
    List<String> order = context.contracts().codeList("geo_factor").codes();
    return context
        .source()
        .rows(
            "marts.information_value",
            col("county_code").equalTo(context.unit().county()),
            "factor",
            "factor_class")
        .stream()
        .sorted(
            Comparator.<Row, Integer>comparing(row -> order.indexOf(row.<String>getAs("factor")))
                .thenComparing(row -> -row.<Double>getAs("information_value")))
        .toList();
  }

  private String concentration(List<Row> classes) {
    List<Row> high =
        classes.stream()
            .filter(row -> HIGH.contains(row.<String>getAs("susceptibility_class")))
            .toList();
    return context
        .words()
        .get(
            "susceptibility.high",
            "unit",
            context.unit().name(),
            "area",
            NumberForm.TWO.text(area(high) / RiskChapter.KM2),
            "area_pct",
            NumberForm.ONE.text(100 * area(high) / area(classes)),
            "points",
            NumberForm.WHOLE.text((double) points(high)),
            "points_pct",
            NumberForm.ONE.text(100.0 * points(high) / Math.max(1, points(classes))),
            "all",
            NumberForm.WHOLE.text((double) points(classes)));
  }

  private Table byClass(String hazard, List<Row> classes) {
    List<Table.Row> lines = new ArrayList<>();
    for (Row row : classes) {
      String name = context.name("susceptibility_class", row.getAs("susceptibility_class"));
      lines.add(line(name, List.of(row), classes, false));
    }
    lines.add(line(context.unit().name(), classes, classes, true));
    List<Table.Column> heads =
        List.of(
            context.head("susceptibility_class", 2.4),
            context.number(context.words().get("head.area"), "km2", 1.6),
            context.number("area_share", 1.4),
            context.number("hazard_points", 1.2),
            context.number("points_share", 1.4),
            context.number("points_density", 1.8));
    return context.table(
        context.title("table.susceptibility", "hazard", hazard),
        heads,
        lines,
        "note.susceptibility");
  }

  private static Table.Row line(String name, List<Row> part, List<Row> all, boolean total) {
    double area = area(part);
    long points = points(part);
    return new Table.Row(
        List.of(
            text(name),
            cell(area / RiskChapter.KM2, NumberForm.TWO),
            cell(100 * area / area(all), NumberForm.ONE),
            cell(points, NumberForm.WHOLE),
            points(all) == 0
                ? Cell.Missing.NOT_APPLICABLE
                : cell(100.0 * points / points(all), NumberForm.ONE),
            area == 0 // points that lie a little beyond the border
                ? Cell.Missing.NOT_APPLICABLE
                : cell(points / (area / HUNDRED_KM2), NumberForm.ONE)),
        total);
  }

  private Table byFactor(String hazard, List<Row> values) {
    List<Table.Row> lines = new ArrayList<>();
    for (Row row : values) {
      lines.add(
          ReportContext.row(
              text(context.name("geo_factor", row.getAs("factor"))),
              text(row.getAs("factor_class")),
              RiskHazardPiece.area(row, "area_m2"),
              cell(row.<Long>getAs("points"), NumberForm.WHOLE),
              cell(row.<Double>getAs("density_ratio"), VALUE),
              cell(row.<Double>getAs("information_value"), VALUE)));
    }
    List<Table.Column> heads =
        List.of(
            context.head("factor", 1.8),
            context.head("factor_class", 2.6),
            context.number(context.words().get("head.area"), "km2", 1.5),
            context.number("hazard_points", 1.2),
            context.number("density_ratio", 1.2),
            context.number("information_value", 1.2));
    return context.table(
        context.title("table.information", "hazard", hazard), heads, lines, "note.information");
  }

  private Optional<Block> sheet(String hazard, String name) {
    String county = context.unit().county();
    Path file =
        maps.resolve(
            "%s_%s_susceptibility%s.png".formatted(county, hazard, context.language().suffix()));
    return Files.isRegularFile(file)
        ? Optional.of(
            context.captions().picture(context.title("map.susceptibility", "hazard", name), file))
        : Optional.empty();
  }

  private static double area(List<Row> rows) {
    return rows.stream().mapToDouble(row -> row.<Double>getAs("area_m2")).sum();
  }

  private static long points(List<Row> rows) {
    return rows.stream().mapToLong(row -> row.<Long>getAs("points")).sum();
  }
}
