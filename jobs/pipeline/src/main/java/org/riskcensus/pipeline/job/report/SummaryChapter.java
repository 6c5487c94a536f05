package org.riskcensus.pipeline.job.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.job.report.LossMeasures.Place;

/**
 * The summary 综述: sentences that say what the tables hold, each number as the tables show it. What
 * was not reported is said to be so.
 */
final class SummaryChapter {

  private static final String TABLE = "marts.loss_by_unit_year";
  private static final double KM2 = 1e6;

  private final ReportContext context;
  private final ReportLayout layout;
  private final LossMeasures losses;
  private final Words words;
  private final Place place;

  SummaryChapter(ReportContext context, ReportLayout layout, LossMeasures losses) {
    this.context = context;
    this.layout = layout;
    this.losses = losses;
    this.words = context.words();
    this.place = new Place(context.unit().code(), context.year(), LossMeasures.ALL);
  }

  Section write(
      RiskChapter risk,
      KpiChapter kpi,
      ResponsibilityChapter responsibility,
      QualityChapter quality) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(losses());
    comparison().map(Paragraph::body).ifPresent(blocks::add);
    kinds().map(Paragraph::body).ifPresent(blocks::add);
    risk(risk.find(RiskChapter.COMPREHENSIVE)).map(Paragraph::body).ifPresent(blocks::add);
    if (kpi.count() > 0) {
      blocks.add(kpi(kpi));
    }
    blocks.add(
        Paragraph.body(
            words.get(
                "summary.responsibility",
                "n",
                whole(responsibility.count()),
                "overdue",
                whole(responsibility.overdue()))));
    blocks.add(quality(quality));
    return Section.of("summary", words.get("chapter.summary"), blocks);
  }

  private Paragraph losses() {
    String basis = losses.basis(place.unit(), place.year());
    if (basis == null) {
      return Paragraph.warning(
          words.get("loss.none", "unit", context.unit().name(), "year", context.year()));
    }
    List<String> pieces = new ArrayList<>();
    for (ColumnContract column : layout.byUnit()) {
      pieces.add(piece(column));
    }
    return Paragraph.body(
        words.get(
            "summary.losses",
            "year",
            context.year(),
            "unit",
            context.unit().name(),
            "basis",
            context.name("loss_basis", basis),
            "figures",
            String.join(words.get("list.clause"), pieces)));
  }

  private String piece(ColumnContract column) {
    Double value = losses.value(place, column.name());
    String label = context.label(TABLE, column.name());
    if (value == null) {
      return words.get("summary.not_reported", "figure", label);
    }
    String unit = words.find("unit." + column.unit()).orElse(column.unit());
    String shown = LossTables.form(column).text(value);
    return words.get("summary.reported", "figure", label, "value", shown, "unit", unit);
  }

  private Optional<String> comparison() {
    List<String> pieces = new ArrayList<>();
    Double now = losses.value(place, LossChapter.LOSS);
    Double before = losses.value(place.in(place.year() - 1), LossChapter.LOSS);
    LossMeasures.Mean mean = losses.mean(place, LossChapter.LOSS);
    against(now, before, "summary.against_year").ifPresent(pieces::add);
    against(now, mean.value(), "summary.against_mean").ifPresent(pieces::add);
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        words.get("summary.comparison", "pieces", String.join(words.get("list.clause"), pieces)));
  }

  private Optional<String> against(@Nullable Double now, @Nullable Double other, String key) {
    if (!(LossTables.change(now, other) instanceof Cell.Figure change)) {
      return Optional.empty();
    }
    String direction = words.get(change.value() > 0 ? "up" : change.value() < 0 ? "down" : "same");
    return Optional.of(
        words.get(
            key,
            "other",
            NumberForm.TWO.text(Objects.requireNonNull(other)),
            "direction",
            direction,
            "change",
            NumberForm.ONE.text(Math.abs(change.value()))));
  }

  /** The kind with the greatest loss, where any kind has one. */
  private Optional<String> kinds() {
    return context.contracts().codeList("loss_kind").codes().stream()
        .filter(kind -> losses.value(place.of(kind), LossChapter.LOSS) != null)
        .max(Comparator.comparingDouble(this::loss))
        .filter(kind -> loss(kind) > 0)
        .map(
            kind ->
                words.get(
                    "summary.kinds",
                    "kind",
                    context.name("loss_kind", kind),
                    "loss",
                    NumberForm.TWO.text(loss(kind))));
  }

  private double loss(String kind) {
    Double loss = losses.value(place.of(kind), LossChapter.LOSS);
    return loss == null ? 0 : loss;
  }

  private Optional<String> risk(@Nullable Row row) {
    if (row == null) {
      return Optional.empty();
    }
    return Optional.of(
        words.get(
            "summary.risk",
            "level",
            context.name("risk_level", row.getAs("risk_level")),
            "key",
            NumberForm.TWO.text(row.<Double>getAs("area_key_m2") / KM2),
            "secondary",
            NumberForm.TWO.text(row.<Double>getAs("area_secondary_m2") / KM2),
            "general",
            NumberForm.TWO.text(row.<Double>getAs("area_general_m2") / KM2),
            "population",
            NumberForm.WHOLE.text(row.<Double>getAs("exposed_population"))));
  }

  private Paragraph kpi(KpiChapter kpi) {
    String counts =
        words.get(
            "summary.kpi",
            "n",
            whole(kpi.count()),
            "met",
            whole(kpi.count("met")),
            "missed",
            whole(kpi.count("missed")),
            "open",
            whole(kpi.count("not_computable")));
    List<String> missed = kpi.missed();
    String names =
        missed.isEmpty()
            ? ""
            : words.get(
                "summary.kpi_missed", "names", String.join(words.get("list.semicolon"), missed));
    return Paragraph.body(counts + names);
  }

  private Paragraph quality(QualityChapter quality) {
    return Paragraph.body(
        words.get(
            "summary.quality",
            "files",
            whole(quality.files()),
            "read",
            whole(quality.rows("rows_read")),
            "accepted",
            whole(quality.rows("rows_accepted")),
            "quarantined",
            whole(quality.rows("rows_quarantined")),
            "duplicate",
            whole(quality.rows("rows_duplicate"))));
  }

  private static String whole(long number) {
    return NumberForm.WHOLE.text((double) number);
  }
}
