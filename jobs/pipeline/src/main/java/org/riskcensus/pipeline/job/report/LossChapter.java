package org.riskcensus.pipeline.job.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.pipeline.contract.ColumnContract;

/** Losses 灾害损失 by figure, kind, part, month, unit and year, each against the years before. */
final class LossChapter implements Chapter {

  private static final List<String> BY_KIND = List.of(LossFigures.LOSS, "affected_population");

  private final ReportContext context;
  private final ReportLayout layout;
  private final PeriodFigures period;
  private final Optional<AnnualFigures> annual;

  LossChapter(ReportContext context, ReportLayout layout) {
    this.context = context;
    this.layout = layout;
    this.period = PeriodFigures.of(context);
    this.annual =
        context.edition().annual() ? Optional.of(AnnualFigures.of(context)) : Optional.empty();
  }

  /** The figures that are published: whole years where the report is of one, else event sums. */
  private LossFigures published() {
    return annual.isPresent() ? annual.get() : period;
  }

  @Override
  public Section write() {
    if (published().basis(context.place()).isEmpty()) {
      return context.chapter("losses", List.of(Paragraph.warning(none())), List.of());
    }
    return context.chapter("losses", List.of(basis()), pieces());
  }

  private String none() {
    return context.title(
        period.events(context.place()).missing() == Figure.NO_EVENT.missing()
            ? "loss.no_event"
            : "loss.none");
  }

  private Block basis() {
    String basis = published().basis(context.place()).orElseThrow();
    return Paragraph.body(
        context.title(annual.isPresent() ? "loss.basis." + basis : "loss.basis.period"));
  }

  private List<Piece> pieces() {
    List<ColumnContract> kinds =
        layout.byUnit().stream().filter(column -> BY_KIND.contains(column.name())).toList();
    ColumnContract loss = context.contracts().get(LossTables.TABLE).get(LossFigures.LOSS);
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new HeadlinePiece(context, published(), layout.headline()));
    pieces.add(new KindPiece(context, published(), kinds));
    pieces.add(new PartPiece(context, published(), layout.parts()));
    pieces.add(new MonthPiece(context, period, loss));
    pieces.add(new UnitPiece(context, period, layout.byUnit()));
    annual.ifPresent(
        figures -> {
          pieces.add(new YearPiece(context, figures));
          pieces.add(new BasisPiece(context, figures, layout.headline()));
        });
    return pieces;
  }

  @Override
  public List<Block> summary() {
    return new LossSummary(context, published(), period, layout.byUnit()).blocks(this::none);
  }
}
