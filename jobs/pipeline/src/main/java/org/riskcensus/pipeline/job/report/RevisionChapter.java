package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/** Revisions 数据修订: within the events of the year, and of earlier years since the release before. */
final class RevisionChapter implements Chapter {

  private static final String TABLE = "marts.loss_by_unit_year";

  private record Key(int year, String kind, String basis) {

    static Key of(Row row) {
      return new Key(row.<Integer>getAs("year"), row.getAs("hazard_kind"), row.getAs("basis"));
    }
  }

  private final ReportContext context;
  private final List<ColumnContract> figures;
  private final int longest;
  private final Words words;

  /**
   * Makes the chapter.
   *
   * @param layout figures to compare, and how many reports the list of events names
   */
  RevisionChapter(ReportContext context, ReportLayout layout) {
    this.context = context;
    this.figures = layout.headline();
    this.longest = layout.longestList();
    this.words = context.words();
  }

  @Override
  public Section write() {
    return context.chapter(
        "revisions", List.of(), List.of(new EventPiece(context, longest), new EarlierYears()));
  }

  /** Figures of earlier years 以前年度数据 against the release before. */
  private final class EarlierYears implements Piece {

    @Override
    public String id() {
      return "revision-years";
    }

    @Override
    public List<Block> blocks() {
      if (context.before().isEmpty()) {
        String none = words.get("revisions.no_before", "year", context.year() - 1);
        return List.of(Paragraph.body(none));
      }
      String tag = context.before().get().tag();
      List<Table.Row> rows = rows(context.before().get());
      if (rows.isEmpty()) {
        return List.of(Paragraph.body(words.get("revisions.none", "tag", tag)));
      }
      return List.of(
          Paragraph.body(words.get("revisions.intro", "n", rows.size(), "tag", tag)),
          context.table(context.title("table.revisions"), heads(tag), rows, "note.missing"));
    }
  }

  private List<Table.Column> heads(String tag) {
    return List.of(
        context.head("year_column", 1),
        context.head("kind", 1.4),
        context.head("basis", 1.6),
        context.head("figure", 2.2),
        Table.Column.number(tag, "", 1.8),
        Table.Column.number(context.source().tag(), "", 1.8),
        context.number(words.get("head.change"), "%", 1.4));
  }

  private List<Table.Row> rows(ReleasedTables before) {
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
    Figure before = from == null ? Figure.NOT_REPORTED : Figure.of(from.doubleValue());
    Figure now = to == null ? Figure.NOT_REPORTED : Figure.of(to.doubleValue());
    rows.add(
        ReportContext.row(
            text(row.getAs("year")),
            text(context.name("loss_kind_total", row.getAs("hazard_kind"))),
            text(context.name("loss_basis", row.getAs("basis"))),
            text(context.label(TABLE, figure.name()) + " (" + context.unit(figure.unit()) + ")"),
            before.cell(LossTables.form(figure)),
            now.cell(LossTables.form(figure)),
            now.change(before)));
  }

  private List<Row> read(ReleasedTables source) {
    return source.rows(
        TABLE,
        col("admin_code")
            .equalTo(context.unit().code())
            .and(col("year").lt(context.period().year())),
        "year",
        "hazard_kind",
        "basis");
  }
}
