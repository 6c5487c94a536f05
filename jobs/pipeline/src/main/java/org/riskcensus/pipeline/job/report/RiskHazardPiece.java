package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.chart.Chart;
import org.riskcensus.formats.chart.Series;
import org.riskcensus.formats.map.MapColour;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.LevelScale;

/** Risk level and zones of the unit by hazard 分灾种风险等级, and the area of each level. */
final class RiskHazardPiece implements Piece {

  private static final NumberForm INDEX = new NumberForm(4, false);
  private static final Map<MapColour, Color> BARS =
      Map.of(
          MapColour.RED, new Color(0xD7, 0x30, 0x27),
          MapColour.ORANGE, new Color(0xF4, 0x8C, 0x3A),
          MapColour.YELLOW, new Color(0xF7, 0xD9, 0x4C),
          MapColour.BLUE, new Color(0x4A, 0x86, 0xC5),
          MapColour.DEEP_BLUE, new Color(0x4A, 0x86, 0xC5),
          MapColour.GREEN, new Color(0x7C, 0xB3, 0x6B));

  private final ReportContext context;
  private final RiskRows now;

  RiskHazardPiece(ReportContext context, RiskRows now) {
    this.context = context;
    this.now = now;
  }

  @Override
  public String id() {
    return "risk-hazards";
  }

  @Override
  public List<Block> blocks() {
    String unit = context.unit().code();
    List<Table.Row> rows = new ArrayList<>();
    for (String hazard : now.hazards(context, unit)) {
      rows.add(line(hazard, now.get(unit, hazard)));
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Table.Column> heads =
        List.of(
            context.head("hazard", 1.8),
            context.head("level", 1.6),
            context.number("mean_index", 1.6),
            context.number("max_index", 1.6),
            context.number(context.name("zone_class", "key"), "km2", 1.8),
            context.number(context.name("zone_class", "secondary"), "km2", 1.8),
            context.number(context.name("zone_class", "general"), "km2", 1.8),
            context.number(context.words().get("head.exposed"), "人", 1.8));
    List<Block> blocks = new ArrayList<>();
    blocks.add(context.table(context.title("table.risk"), heads, rows));
    Map<String, Map<String, Double>> areas =
        RiskRows.classAreas(context, context.source(), "marts.level_area");
    if (!areas.isEmpty()) {
      blocks.add(levelChart(areas));
    }
    return blocks;
  }

  private Table.Row line(String hazard, Row row) {
    return new Table.Row(
        List.of(
            text(context.name("risk_kind", hazard)),
            text(context.name("risk_level", row.getAs("risk_level"))),
            cell(row.<Double>getAs("mean_risk_index"), INDEX),
            cell(row.<Double>getAs("max_risk_index"), INDEX),
            area(row, "area_key_m2"),
            area(row, "area_secondary_m2"),
            area(row, "area_general_m2"),
            cell(row.<Double>getAs("exposed_population"), NumberForm.WHOLE)),
        hazard.equals(RiskChapter.COMPREHENSIVE));
  }

  /** An area in square kilometres. */
  static Cell area(Row row, String column) {
    return cell(row.<Double>getAs(column) / RiskChapter.KM2, NumberForm.TWO);
  }

  /** How much of the unit lies in each level, by hazard. */
  private Block levelChart(Map<String, Map<String, Double>> areas) {
    List<String> hazards = List.copyOf(areas.keySet());
    List<Series> series = new ArrayList<>();
    for (LevelScale.Level level : context.contracts().levels().levels()) {
      String code = String.valueOf(level.number());
      List<@Nullable Double> values = new ArrayList<>();
      for (String hazard : hazards) {
        Map<String, Double> ofHazard = areas.getOrDefault(hazard, Map.of());
        values.add(ofHazard.getOrDefault(code, 0.0) / RiskChapter.KM2);
      }
      Color bar = BARS.getOrDefault(level.colour(), level.colour().fill());
      series.add(new Series(context.name("risk_level", code), Series.Mark.BAR, bar, values));
    }
    List<String> names = hazards.stream().map(h -> context.name("risk_kind", h)).toList();
    Chart chart = new Chart(context.unit("km2"), names, series, true);
    return context.captions().chart(context.title("chart.levels"), chart);
  }
}
