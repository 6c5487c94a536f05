package org.riskcensus.pipeline.job.report;

import java.util.List;
import org.riskcensus.formats.chart.Chart;
import org.riskcensus.formats.report.ChartBlock;
import org.riskcensus.formats.report.Picture;
import org.riskcensus.formats.report.Table;

/** Numbers tables and figures through the whole report, in the order of asking. */
final class Captions {

  private final Words words;
  private int tables;
  private int figures;

  Captions(Words words) {
    this.words = words;
  }

  Table table(String title, List<Table.Column> columns, List<Table.Row> rows, List<String> notes) {
    String caption = words.get("caption.table", "n", ++tables, "title", title);
    return new Table(caption, columns, rows, notes);
  }

  /** A chart; where it has gaps its caption says what their sign means. */
  ChartBlock chart(String title, Chart chart) {
    boolean gaps = chart.series().stream().anyMatch(one -> one.values().contains(null));
    String caption = figure(title) + (gaps ? words.get("caption.gaps") : "");
    return new ChartBlock(caption, chart, title);
  }

  Picture picture(String title, java.nio.file.Path file) {
    return new Picture(figure(title), file, title);
  }

  private String figure(String title) {
    return words.get("caption.figure", "n", ++figures, "title", title);
  }
}
