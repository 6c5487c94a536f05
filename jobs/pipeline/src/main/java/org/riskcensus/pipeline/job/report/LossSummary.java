package org.riskcensus.pipeline.job.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.pipeline.contract.ColumnContract;

/** What the summary says of losses; what was not reported is said to be so. */
final class LossSummary {

  private final ReportContext context;
  private final LossFigures losses;
  private final PeriodFigures period;
  private final List<ColumnContract> columns;
  private final Words words;

  LossSummary(
      ReportContext context,
      LossFigures losses,
      PeriodFigures period,
      List<ColumnContract> columns) {
    this.context = context;
    this.losses = losses;
    this.period = period;
    this.columns = columns;
    this.words = context.words();
  }

  /** The sentences, or the one of {@code none} where nothing was filed. */
  List<Block> blocks(Supplier<String> none) {
    Optional<String> basis = losses.basis(context.place());
    if (basis.isEmpty()) {
      return List.of(Paragraph.warning(none.get()));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures(basis.get()));
    comparison().map(Paragraph::body).ifPresent(blocks::add);
    greatest().map(Paragraph::body).ifPresent(blocks::add);
    return blocks;
  }

  private Block figures(String basis) {
    List<String> pieces = new ArrayList<>();
    Figure events = period.events(context.place());
    if (events.missing() == null) {
      String n = NumberForm.WHOLE.text(Objects.requireNonNull(events.value()));
      pieces.add(words.get("summary.events", "n", n));
    }
    columns.forEach(column -> pieces.add(piece(column)));
    String figures = String.join(words.get("list.figure"), pieces);
    return Paragraph.body(
        context.title(
            "summary.losses", "basis", context.name("loss_basis", basis), "figures", figures));
  }

  private String piece(ColumnContract column) {
    Figure figure = losses.figure(context.place(), column.name());
    String label = context.label(LossTables.TABLE, column.name());
    if (figure.missing() != null) {
      String word = words.get("missing." + figure.missing());
      return words.get("summary.missing", "figure", label, "missing", word);
    }
    String shown = LossTables.form(column).text(Objects.requireNonNull(figure.value()));
    return words.get(
        "summary.reported", "figure", label, "value", shown, "unit", context.unit(column.unit()));
  }

  private Optional<String> comparison() {
    Place place = context.place();
    Figure now = losses.figure(place, LossFigures.LOSS);
    List<String> pieces = new ArrayList<>();
    Figure before = losses.figure(place.in(place.year() - 1), LossFigures.LOSS);
    against(now, before, "summary.against_year").ifPresent(pieces::add);
    Figure mean = losses.mean(place, LossFigures.LOSS).figure();
    against(now, mean, "summary.against_mean").ifPresent(pieces::add);
    return pieces.isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.get(
                "summary.comparison", "pieces", String.join(words.get("list.clause"), pieces)));
  }

  private Optional<String> against(Figure now, Figure other, String key) {
    if (!(now.change(other) instanceof Cell.Figure change)) {
      return Optional.empty();
    }
    String direction = words.get(change.value() > 0 ? "up" : change.value() < 0 ? "down" : "same");
    return Optional.of(
        words.get(
            key,
            "other",
            NumberForm.TWO.text(Objects.requireNonNull(other.value())),
            "direction",
            direction,
            "change",
            NumberForm.ONE.text(Math.abs(change.value()))));
  }

  /** The kind with the greatest loss, where any kind has one. */
  private Optional<String> greatest() {
    return context.kinds().stream()
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
    Double loss = losses.value(context.place().of(kind), LossFigures.LOSS);
    return loss == null ? 0 : loss;
  }
}
