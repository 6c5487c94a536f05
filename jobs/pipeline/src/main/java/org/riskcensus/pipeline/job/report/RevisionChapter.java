package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.ColumnContract;

/** Revisions 数据修订: figures of earlier years that differ from those of the release before. */
final class RevisionChapter {

  private static final String TABLE = "marts.loss_by_unit_year";

  private record Key(int year, String kind, String basis) {

    static Key of(Row row) {
      return new Key(row.<Integer>getAs("year"), row.getAs("hazard_kind"), row.getAs("basis"));
    }
  }

  private final ReportContext context;
  private final List<ColumnContract> figures;
  private final Words words;

  RevisionChapter(ReportContext context, List<ColumnContract> figures) {
    this.context = context;
    this.figures = figures;
    this.words = context.words();
  }

  Section write() {
    String title = words.get("chapter.revisions");
    if (context.before().isEmpty()) {
      String none = words.get("revisions.no_before", "year", context.year() - 1);
      return Section.of("revisions", title, List.of(Paragraph.body(none)));
    }
    List<Table.Row> rows = rows(context.before().get());
    if (rows.isEmpty()) {
      String none = words.get("revisions.none", "tag", context.before().get().tag());
      return Section.of("revisions", title, List.of(Paragraph.body(none)));
    }
    List<Table.Column> heads =
        List.of(
            Table.Column.text(words.get("head.year_column"), 1),
            Table.Column.text(words.get("head.kind"), 1.4),
            Table.Column.text(words.get("head.basis"), 1.6),
            Table.Column.text(words.get("head.figure"), 2.2),
            context.number(context.before().get().tag(), "", 1.8),
            context.number(context.source().tag(), "", 1.8),
            context.number(words.get("head.change"), "%", 1.4));
    String caption =
        words.get("table.revisions", "unit", context.unit().name(), "year", context.year());
    String intro =
        words.get("revisions.intro", "n", rows.size(), "tag", context.before().get().tag());
    Table table =
        context.captions().table(caption, heads, rows, List.of(words.get("note.missing")));
    return Section.of("revisions", title, List.of(Paragraph.body(intro), table));
  }

  private List<Table.Row> rows(ReportSource before) {
    Map<Key, Row> old = new HashMap<>();
    read(before).forEach(row -> old.put(Key.of(row), row));
    List<Table.Row> rows = new ArrayList<>();
    for (Row row : read(context.source())) {
      Row earlier = old.get(Key.of(row));
      if (earlier != null) {
        figures.forEach(figure -> compare(rows, figure, earlier, row));
      }
    }
    return rows;
  }

  private void compare(List<Table.Row> rows, ColumnContract figure, Row earlier, Row row) {
    Number from = earlier.<Number>getAs(figure.name());
    Number to = row.<Number>getAs(figure.name());
    if (Objects.equals(from, to)) {
      return;
    }
    Double before = from == null ? null : from.doubleValue();
    Double now = to == null ? null : to.doubleValue();
    rows.add(
        ReportContext.row(
            text(row.getAs("year")),
            text(context.name("loss_kind_total", row.getAs("hazard_kind"))),
            text(context.name("loss_basis", row.getAs("basis"))),
            text(context.label(TABLE, figure.name()) + " (" + unit(figure) + ")"),
            cell(before, LossTables.form(figure)),
            cell(now, LossTables.form(figure)),
            LossTables.change(now, before)));
  }

  private String unit(ColumnContract figure) {
    return words.find("unit." + figure.unit()).orElse(figure.unit());
  }

  private List<Row> read(ReportSource source) {
    return source.rows(
        TABLE,
        col("admin_code").equalTo(context.unit().code()).and(col("year").lt(context.year())),
        "year",
        "hazard_kind",
        "basis");
  }
}
