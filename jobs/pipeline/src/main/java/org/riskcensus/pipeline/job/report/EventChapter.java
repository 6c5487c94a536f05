package org.riskcensus.pipeline.job.report;

import org.riskcensus.formats.report.Section;

/** The events of the period 灾害过程. */
final class EventChapter implements Chapter {

  private final ReportContext context;
  private final int longest;

  /**
   * Makes the chapter.
   *
   * @param longest most reports that the list names
   */
  EventChapter(ReportContext context, int longest) {
    this.context = context;
    this.longest = longest;
  }

  @Override
  public Section write() {
    return Section.of(
        "events", context.words().get("chapter.events"), new EventPiece(context, longest).blocks());
  }
}
