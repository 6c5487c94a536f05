package org.riskcensus.pipeline.job.report;

import java.util.List;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;

/** Losses against population and GDP, averages and exceedance, and the Sendai indicators. */
final class IndicatorChapter implements Chapter {

  private final ReportContext context;

  IndicatorChapter(ReportContext context) {
    this.context = context;
  }

  @Override
  public Section write() {
    IndicatorRows rows = new IndicatorRows(context);
    return context.chapter(
        "indicators",
        List.of(Paragraph.body(context.words().get("indicators.intro"))),
        List.of(
            new RatioPiece(context, rows),
            new ExpectationPiece(context, rows),
            new ExceedancePiece(context, rows),
            new SendaiPiece(context, rows)));
  }
}
