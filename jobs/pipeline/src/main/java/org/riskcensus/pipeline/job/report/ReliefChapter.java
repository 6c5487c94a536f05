package org.riskcensus.pipeline.job.report;

import java.util.List;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;

/** Insurance and relief 保险与救助. */
final class ReliefChapter implements Chapter {

  private final ReportContext context;

  ReliefChapter(ReportContext context) {
    this.context = context;
  }

  @Override
  public Section write() {
    IndicatorRows rows = new IndicatorRows(context);
    return context.chapter(
        "relief",
        List.of(Paragraph.body(context.words().get("relief.intro"))),
        List.of(new Topic("insurance", rows), new Topic("relief", rows)));
  }

  /** The indicators of one topic. */
  private final class Topic implements Piece {

    private final String topic;
    private final IndicatorRows rows;

    Topic(String topic, IndicatorRows rows) {
      this.topic = topic;
      this.rows = rows;
    }

    @Override
    public String id() {
      return "relief-" + topic;
    }

    @Override
    public List<Block> blocks() {
      IndicatorTable table = new IndicatorTable(context, rows);
      List<Table.Row> lines = table.lines(topic);
      return lines.isEmpty()
          ? List.of(Paragraph.warning(context.title(topic + ".none")))
          : List.of(
              context.table(context.title("table." + topic), table.heads(), lines, "note.missing"));
    }
  }
}
