package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;

/** Hidden dangers 灾害隐患台账: how far their loop has come, what is overdue, what is wrong with it. */
final class DangerChapter implements Chapter {

  private final ReportContext context;
  private final Words words;
  private final List<Row> dangers;

  DangerChapter(ReportContext context) {
    this.context = context;
    this.words = context.words();
    this.dangers =
        context
            .source()
            .rows(
                "marts.danger_register",
                col("admin_code").startsWith(context.unit().prefix()).and(ofEdition(context)),
                "admin_code",
                "object_id");
  }

  private static Column ofEdition(ReportContext context) {
    List<String> hazards = context.edition().hazards();
    return hazards.isEmpty() ? lit(true) : col("kind").isin(hazards.toArray());
  }

  @Override
  public List<Block> summary() {
    return dangers.isEmpty() ? List.of() : List.of(Paragraph.body(told("summary.dangers")));
  }

  private String told(String key) {
    return words.get(
        key,
        "n",
        dangers.size(),
        "open",
        count(dangers, is("open")),
        "overdue",
        count(dangers, DangerChapter::overdue),
        "supervised",
        count(dangers, DangerChapter::supervised));
  }

  @Override
  public Section write() {
    String title = words.get("chapter.dangers");
    if (dangers.isEmpty()) {
      String none = words.get("dangers.none", "unit", context.unit().name());
      return Section.of("dangers", title, List.of(Paragraph.body(none)));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.body(told("dangers.intro")));
    blocks.add(counts());
    if (context.unit().withinCounty()) {
      blocks.addAll(list("overdue", DangerChapter::overdue));
      blocks.addAll(list("flaws", danger -> danger.getAs("flaw") != null));
    }
    return Section.of("dangers", title, blocks);
  }

  private Table counts() {
    List<Table.Row> rows = new ArrayList<>();
    for (String kind : context.contracts().codeList("danger_kind").codes()) {
      List<Row> own = dangers.stream().filter(one -> one.getAs("kind").equals(kind)).toList();
      if (!own.isEmpty()) {
        rows.add(line(context.name("danger_kind", kind), own, false));
      }
    }
    rows.add(line(words.get("total"), dangers, true));
    List<Table.Column> heads = new ArrayList<>(List.of(context.head("hazard", 2)));
    for (String status : context.contracts().codeList("danger_status").codes()) {
      heads.add(context.number(context.name("danger_status", status), "", 1));
    }
    heads.add(context.number(words.get("total"), "", 1));
    heads.add(context.number("overdue", 1));
    heads.add(context.number("supervised", 1));
    return context.table(context.title("table.dangers"), heads, rows);
  }

  private Table.Row line(String name, List<Row> own, boolean total) {
    List<Cell> cells = new ArrayList<>(List.of(text(name)));
    for (String status : context.contracts().codeList("danger_status").codes()) {
      cells.add(cell(count(own, is(status)), NumberForm.WHOLE));
    }
    cells.add(cell(own.size(), NumberForm.WHOLE));
    cells.add(cell(count(own, DangerChapter::overdue), NumberForm.WHOLE));
    cells.add(cell(count(own, DangerChapter::supervised), NumberForm.WHOLE));
    return new Table.Row(cells, total);
  }

  /** Dangers of one kind of list, those longest overdue first; a sentence where there is none. */
  private List<Block> list(String id, Predicate<Row> wanted) {
    List<Table.Row> rows =
        dangers.stream()
            .filter(wanted)
            .sorted(Comparator.comparingInt(DangerChapter::days).reversed())
            .map(this::row)
            .toList();
    if (rows.isEmpty()) {
      return List.of(Paragraph.body(words.get("dangers.none_" + id)));
    }
    List<Table.Column> heads =
        List.of(
            context.head("name", 2.4),
            context.head("unit_name", 1.6),
            context.head("grade", 0.8),
            context.head("supervised", 0.8),
            context.head("responsible", 1.6),
            context.head("posts", 2.8),
            context.head("found", 1.3),
            context.head("deadline", 1.3),
            context.head("state", 1),
            context.number("overdue_days", 0.9),
            context.head("flaw", 1.3));
    return List.of(
        context.table(context.title("table.dangers_" + id), heads, rows, "note.dangers"));
  }

  private Table.Row row(Row danger) {
    Boolean supervised = danger.getAs("supervised");
    String flaw = danger.getAs("flaw");
    return ReportContext.row(
        text(danger.getAs("name")),
        filed(danger, "unit_name"),
        text(context.name("grade4", danger.getAs("grade"))),
        supervised == null ? Cell.Missing.NOT_REPORTED : text(words.get(supervised ? "yes" : "no")),
        text(danger.getAs("responsible_unit")),
        text(
            String.join(
                words.get("list.comma"),
                danger.<String>getAs("administrative_post"),
                danger.<String>getAs("technical_post"),
                danger.<String>getAs("patrol_post"))),
        filed(danger, "found_date"),
        filed(danger, "deadline"),
        text(context.name("danger_status", danger.getAs("status"))),
        cell(danger.<Integer>getAs("overdue_days"), NumberForm.WHOLE),
        text(flaw == null ? "" : context.name("danger_flaw", flaw)));
  }

  private static Cell filed(Row danger, String column) {
    Object value = danger.getAs(column);
    return value == null ? Cell.Missing.NOT_REPORTED : text(value);
  }

  private static Predicate<Row> is(String status) {
    return danger -> danger.getAs("status").equals(status);
  }

  private static boolean overdue(Row danger) {
    return danger.<Boolean>getAs("overdue");
  }

  private static boolean supervised(Row danger) {
    return Boolean.TRUE.equals(danger.getAs("supervised"));
  }

  private static int days(Row danger) {
    Integer days = danger.getAs("overdue_days");
    return days == null ? 0 : days;
  }

  private static long count(List<Row> rows, Predicate<Row> wanted) {
    return rows.stream().filter(wanted).count();
  }
}
