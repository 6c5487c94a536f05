package org.riskcensus.pipeline.job.report;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;

/** Risk and prevention zones 风险评估与防治区划, with what changed since the release before. */
final class RiskChapter implements Chapter {

  static final String COMPREHENSIVE = "comprehensive";

  /** Square metres of a square kilometre. */
  static final double KM2 = 1e6;

  private final ReportContext context;
  private final RiskRows now;
  private final RiskRows before;
  private final Path maps;

  RiskChapter(ReportContext context, Path maps) {
    this.context = context;
    this.now = RiskRows.of(context, context.source());
    this.before = context.before().map(b -> RiskRows.of(context, b)).orElse(RiskRows.NONE);
    this.maps = maps;
  }

  @Override
  public Section write() {
    RiskUnitPiece byUnit = new RiskUnitPiece(context, now, before);
    if (now.hazards(context, context.unit().code()).isEmpty()) {
      return context.chapter("risk", List.of(Paragraph.warning(none())), List.of(byUnit));
    }
    return context.chapter(
        "risk",
        List.of(Paragraph.body(context.words().get("risk.intro"))),
        List.of(
            new RiskHazardPiece(context, now),
            byUnit,
            new ExposurePiece(context),
            new ZoneChangePiece(context, now, before),
            new SusceptibilityPiece(context, maps),
            new MapPiece(context, now, maps)));
  }

  /** Which hazards, since an edition may show some alone. */
  private String none() {
    List<String> hazards =
        context.hazards().stream().map(hazard -> context.name("risk_kind", hazard)).toList();
    String named = String.join(context.words().get("list.comma"), hazards);
    return context.words().get("risk.none", "unit", context.unit().name(), "hazards", named);
  }

  /** One sentence: of all hazards together, or of each hazard of an edition on some. */
  @Override
  public List<Block> summary() {
    List<String> hazards = now.hazards(context, context.unit().code());
    return hazards.stream()
        .filter(hazard -> hazard.equals(COMPREHENSIVE) || !hazards.contains(COMPREHENSIVE))
        .<Block>map(hazard -> Paragraph.body(sentence(hazard)))
        .toList();
  }

  private String sentence(String hazard) {
    Row row = now.get(context.unit().code(), hazard);
    return context
        .words()
        .get(
            "summary.risk",
            "hazard",
            context.name("risk_kind", hazard),
            "level",
            context.name("risk_level", row.getAs("risk_level")),
            "key",
            area(row, "area_key_m2"),
            "secondary",
            area(row, "area_secondary_m2"),
            "general",
            area(row, "area_general_m2"),
            "population",
            NumberForm.WHOLE.text(row.<Double>getAs("exposed_population")));
  }

  private static String area(Row row, String column) {
    return NumberForm.TWO.text(row.<Double>getAs(column) / KM2);
  }
}
