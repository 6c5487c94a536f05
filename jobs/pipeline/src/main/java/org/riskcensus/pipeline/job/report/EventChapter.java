package org.riskcensus.pipeline.job.report;

import org.riskcensus.formats.report.Section;

/** The events of the period 灾害过程. */
final class EventChapter implements Chapter {

  private final ReportContext context;

  EventChapter(ReportContext context) {
    this.context = context;
  }

  @Override
  public Section write() {
    return Section.of(
        "events", context.words().get("chapter.events"), new EventPiece(context).blocks());
  }
}
