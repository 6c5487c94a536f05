package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.chart.Chart;
import org.riskcensus.formats.chart.Series;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;

/** Risk and prevention zones 风险评估与防治区划, with what changed since the release before. */
final class RiskChapter {

  static final String COMPREHENSIVE = "comprehensive";
  private static final double KM2 = 1e6;
  private static final NumberForm INDEX = new NumberForm(4, false);
  private static final List<Color> LEVEL_COLOURS =
      List.of(
          new Color(0xD7, 0x30, 0x27),
          new Color(0xF4, 0x8C, 0x3A),
          new Color(0xF7, 0xD9, 0x4C),
          new Color(0x4A, 0x86, 0xC5));

  private final ReportContext context;
  private final RiskRows now;
  private final RiskRows before;
  private final Map<String, String> units;
  private final Path maps;
  private final Words words;

  RiskChapter(ReportContext context, Map<String, String> units, Path maps) {
    this.context = context;
    this.now = RiskRows.of(context, context.source());
    this.before = context.before().map(b -> RiskRows.of(context, b)).orElse(RiskRows.NONE);
    this.units = units;
    this.maps = maps;
    this.words = context.words();
  }

  /** The risk row of the unit for a hazard, if it was assessed. */
  @Nullable Row find(String hazard) {
    return now.find(context.unit().code(), hazard);
  }

  Section write() {
    String title = words.get("chapter.risk");
    if (find(COMPREHENSIVE) == null) {
      String none = words.get("risk.none", "unit", context.unit().name());
      return Section.of("risk", title, List.of(Paragraph.warning(none)));
    }
    List<Section> below = new ArrayList<>();
    below.add(Section.of("risk-hazards", words.get("section.hazards"), hazards()));
    below.add(Section.of("risk-units", words.get("section.risk_units"), byUnit()));
    below.add(Section.of("risk-exposure", words.get("section.exposure"), exposure()));
    below.add(Section.of("risk-changes", words.get("section.changes"), changes()));
    List<Block> sheets = sheets();
    if (!sheets.isEmpty()) {
      below.add(Section.of("risk-maps", words.get("section.maps"), sheets));
    }
    return new Section("risk", title, List.of(Paragraph.body(words.get("risk.intro"))), below);
  }

  private List<String> hazards(String unit) {
    return context.contracts().codeList("risk_kind").codes().stream()
        .filter(hazard -> now.find(unit, hazard) != null)
        .toList();
  }

  private List<Block> hazards() {
    String unit = context.unit().code();
    List<Table.Row> rows = new ArrayList<>();
    for (String hazard : hazards(unit)) {
      Row row = now.get(unit, hazard);
      rows.add(
          new Table.Row(
              List.of(
                  text(context.name("risk_kind", hazard)),
                  text(context.name("risk_level", row.getAs("risk_level"))),
                  cell(row.<Double>getAs("mean_risk_index"), INDEX),
                  cell(row.<Double>getAs("max_risk_index"), INDEX),
                  area(row, "area_key_m2"),
                  area(row, "area_secondary_m2"),
                  area(row, "area_general_m2"),
                  cell(row.<Double>getAs("exposed_population"), NumberForm.WHOLE)),
              hazard.equals(COMPREHENSIVE)));
    }
    List<Table.Column> heads =
        List.of(
            Table.Column.text(words.get("head.hazard"), 1.8),
            Table.Column.text(words.get("head.level"), 1.6),
            context.number(words.get("head.mean_index"), "", 1.6),
            context.number(words.get("head.max_index"), "", 1.6),
            context.number(context.name("zone_class", "key"), "km2", 1.8),
            context.number(context.name("zone_class", "secondary"), "km2", 1.8),
            context.number(context.name("zone_class", "general"), "km2", 1.8),
            context.number(words.get("head.exposed"), "人", 1.8));
    return List.of(
        context.captions().table(title("table.risk"), heads, rows, List.of()), levelChart());
  }

  private static Cell area(Row row, String column) {
    return cell(row.<Double>getAs(column) / KM2, NumberForm.TWO);
  }

  private String title(String key) {
    return words.get(key, "unit", context.unit().name(), "year", context.year());
  }

  /** How much of the unit lies in each level, by hazard. */
  private Block levelChart() {
    Map<String, Map<String, Double>> areas =
        RiskRows.classAreas(context, context.source(), "marts.level_area");
    List<String> hazards = List.copyOf(areas.keySet());
    List<Series> series = new ArrayList<>();
    List<String> levels = context.contracts().codeList("risk_level").codes();
    for (int i = 0; i < levels.size(); i++) {
      List<@Nullable Double> values = new ArrayList<>();
      for (String hazard : hazards) {
        values.add(areas.getOrDefault(hazard, Map.of()).getOrDefault(levels.get(i), 0.0) / KM2);
      }
      String name = context.name("risk_level", levels.get(i));
      series.add(new Series(name, Series.Mark.BAR, LEVEL_COLOURS.get(i), values));
    }
    List<String> names = hazards.stream().map(h -> context.name("risk_kind", h)).toList();
    Chart chart = new Chart(words.get("unit.km2"), names, series, true);
    return context.captions().chart(title("chart.levels"), chart);
  }

  private List<Block> byUnit() {
    List<String> hazards = hazards(context.unit().code());
    List<Table.Row> rows = new ArrayList<>();
    for (Map.Entry<String, String> unit : units.entrySet()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(text(unit.getValue()));
      for (String hazard : hazards) {
        Row row = now.find(unit.getKey(), hazard);
        cells.add(
            row == null
                ? Cell.Missing.NOT_APPLICABLE
                : text(context.name("risk_level", row.getAs("risk_level"))));
      }
      Row all = now.find(unit.getKey(), COMPREHENSIVE);
      cells.add(all == null ? Cell.Missing.NOT_APPLICABLE : area(all, "area_key_m2"));
      cells.add(changed(unit.getKey()));
      rows.add(new Table.Row(cells, false));
    }
    if (rows.isEmpty()) {
      return List.of(Paragraph.body(words.get("risk.no_units")));
    }
    List<Table.Column> heads = new ArrayList<>();
    heads.add(Table.Column.text(words.get("head.unit_name"), 2));
    for (String hazard : hazards) {
      heads.add(Table.Column.text(context.name("risk_kind", hazard), 1.5));
    }
    heads.add(context.number(words.get("head.key_area"), "km2", 1.8));
    heads.add(Table.Column.text(words.get("head.level_change"), 2));
    List<String> notes = List.of(words.get("note.risk_units"));
    return List.of(context.captions().table(title("table.risk_units"), heads, rows, notes));
  }

  /** How the comprehensive level of a unit changed since the release before. */
  private Cell changed(String unit) {
    Row old = before.find(unit, COMPREHENSIVE);
    Row current = now.find(unit, COMPREHENSIVE);
    if (old == null || current == null) {
      return Cell.Missing.NOT_APPLICABLE;
    }
    int from = old.<Integer>getAs("risk_level");
    int to = current.<Integer>getAs("risk_level");
    if (from == to) {
      return text(words.get("risk.same"));
    }
    String key = to > from ? "risk.raised" : "risk.lowered";
    return text(words.get(key, "level", context.name("risk_level", from)));
  }

  private List<Block> exposure() {
    List<Row> rows =
        context
            .source()
            .rows(
                "marts.unit_exposure",
                col("admin_code").equalTo(context.unit().code()),
                "hazard",
                "exposure",
                "hazard_level");
    Table table = new ExposureTable(context).of(rows, title("table.exposure"));
    return table.rows().isEmpty()
        ? List.of(Paragraph.body(words.get("risk.no_exposure")))
        : List.of(table);
  }

  private List<Block> changes() {
    if (context.before().isEmpty() || before.find(context.unit().code(), COMPREHENSIVE) == null) {
      return List.of(Paragraph.body(words.get("risk.no_before", "year", context.year() - 1)));
    }
    List<Table.Row> rows = new ArrayList<>();
    for (String hazard : hazards(context.unit().code())) {
      Row old = before.find(context.unit().code(), hazard);
      Row current = now.get(context.unit().code(), hazard);
      for (String zone : List.of("key", "secondary", "general")) {
        String column = "area_" + zone + "_m2";
        Double from = old == null ? null : old.<Double>getAs(column) / KM2;
        double to = current.<Double>getAs(column) / KM2;
        rows.add(
            ReportContext.row(
                text(context.name("risk_kind", hazard)),
                text(context.name("zone_class", zone)),
                cell(from, NumberForm.TWO),
                cell(to, NumberForm.TWO),
                cell(from == null ? null : to - from, new NumberForm(2, true))));
      }
    }
    List<Table.Column> heads =
        List.of(
            Table.Column.text(words.get("head.hazard"), 2),
            Table.Column.text(words.get("head.zone"), 2),
            context.number("census-" + (context.year() - 1), "km2", 2),
            context.number("census-" + context.year(), "km2", 2),
            context.number(words.get("head.difference"), "km2", 2));
    return List.of(context.captions().table(title("table.zone_changes"), heads, rows, List.of()));
  }

  /** The map sheets of the county that were drawn for this report. */
  private List<Block> sheets() {
    List<Block> blocks = new ArrayList<>();
    for (String hazard : hazards(context.unit().code())) {
      for (String kind : List.of("level", "zone")) {
        Path file = maps.resolve("%s_%s_%s.png".formatted(context.unit().county(), hazard, kind));
        if (Files.isRegularFile(file)) {
          String name = context.name("risk_kind", hazard);
          String title = words.get("map." + kind, "unit", context.unit().name(), "hazard", name);
          blocks.add(context.captions().picture(title, file));
        }
      }
    }
    return blocks;
  }
}
