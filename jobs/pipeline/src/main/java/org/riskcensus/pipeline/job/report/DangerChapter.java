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
        "which",
        words.get(context.edition().hazards().isEmpty() ? "dangers.all" : "dangers.of_edition"),
        "n",
        dangers.size(),
        "open",
        count(dangers, is("open")),
        "overdue",
        count(dangers, DangerChapter::overdue),
        "supervised",
        isSupervisionFiled(dangers)
            ? count(dangers, DangerChapter::supervised)
            : words.get("missing.NOT_REPORTED"));
  }

  @Override
  public Section write() {
    String title = words.get("chapter.dangers");
    if (dangers.isEmpty()) {
      String none = words.get(whyNone(), "unit", context.unit().name());
      return Section.of("dangers", title, List.of(Paragraph.body(none)));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.body(told("dangers.intro")));
    blocks.add(counts());
    if (context.unit().withinCounty()) {
      blocks.add(overdueList());
      blocks.add(flawList());
    }
    return Section.of("dangers", title, blocks);
  }

  /** None registered is not the same as no register filed. */
  private String whyNone() {
    boolean filed =
        !context
            .source()
            .rows(
                "ops.row_account",
                col("dataset")
                    .equalTo("hidden_danger")
                    .and(col("county_code").startsWith(context.unit().countyPrefix())),
                "county_code")
            .isEmpty();
    if (!filed) {
      return "dangers.not_filed";
    }
    return context.edition().hazards().isEmpty() ? "dangers.none" : "dangers.none_of_edition";
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
    cells.add(
        isSupervisionFiled(own)
            ? cell(count(own, DangerChapter::supervised), NumberForm.WHOLE)
            : Cell.Missing.NOT_REPORTED);
    return new Table.Row(cells, total);
  }

  /** Open dangers past their deadline, those longest overdue first; a sentence where none is. */
  private Block overdueList() {
    List<Table.Row> rows =
        dangers.stream()
            .filter(DangerChapter::overdue)
            .sorted(Comparator.comparingInt(DangerChapter::days).reversed())
            .map(
                danger ->
                    row(
                        danger,
                        supervision(danger),
                        filed(danger, "found_date"),
                        filed(danger, "deadline"),
                        cell(danger.<Integer>getAs("overdue_days"), NumberForm.WHOLE)))
            .toList();
    return list(
        "overdue",
        rows,
        context.head("supervised", 1.4),
        context.head("found", 1.5),
        context.head("deadline", 1.5),
        context.number("overdue_days", 1.1));
  }

  /** Dangers whose loop is flawed; a sentence where none is. */
  private Block flawList() {
    List<Table.Row> rows =
        dangers.stream()
            .filter(danger -> danger.getAs("flaw") != null)
            .map(
                danger ->
                    row(
                        danger,
                        filed(danger, "deadline"),
                        text(context.name("danger_status", danger.getAs("status"))),
                        text(context.name("danger_flaw", danger.getAs("flaw")))))
            .toList();
    return list(
        "flaws",
        rows,
        context.head("deadline", 1.5),
        context.head("state", 1.3),
        context.head("flaw", 2.2));
  }

  private Block list(String id, List<Table.Row> rows, Table.Column... more) {
    if (rows.isEmpty()) {
      return Paragraph.body(words.get("dangers.none_" + id));
    }
    List<Table.Column> heads =
        new ArrayList<>(
            List.of(
                context.head("name", 2.3),
                context.head("grade", 1.1),
                context.head("responsible", 1.7),
                context.head("posts", 2.6)));
    heads.addAll(List.of(more));
    return context.table(context.title("table.dangers_" + id), heads, rows, "note.dangers");
  }

  private Table.Row row(Row danger, Cell... more) {
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                text(danger.getAs("name")),
                text(context.name("grade4", danger.getAs("grade"))),
                text(danger.getAs("responsible_unit")),
                text(
                    String.join(
                        words.get("list.comma"),
                        danger.<String>getAs("administrative_post"),
                        danger.<String>getAs("technical_post"),
                        danger.<String>getAs("patrol_post")))));
    cells.addAll(List.of(more));
    return new Table.Row(cells, false);
  }

  private Cell supervision(Row danger) {
    Boolean supervised = danger.getAs("supervised");
    return supervised == null
        ? Cell.Missing.NOT_REPORTED
        : text(words.get(supervised ? "yes" : "no"));
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

  private static boolean isSupervisionFiled(List<Row> dangers) {
    return dangers.stream().anyMatch(danger -> danger.getAs("supervised") != null);
  }

  private static int days(Row danger) {
    Integer days = danger.getAs("overdue_days");
    return days == null ? 0 : days;
  }

  private static long count(List<Row> rows, Predicate<Row> wanted) {
    return rows.stream().filter(wanted).count();
  }
}
