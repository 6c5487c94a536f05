package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;

/** Hidden dangers 灾害隐患台账: how far their loop has come, what is overdue, what is wrong with it. */
final class DangerChapter implements Chapter {

  private static final String TABLE = "marts.danger_register";

  private final ReportContext context;
  private final Words words;
  private final String own;
  private final Optional<Dataset<Row>> register;
  private final DangerCounts counts;
  private final int longest;

  /**
   * The chapter.
   *
   * @param longest most dangers that a list names
   */
  DangerChapter(ReportContext context, int longest) {
    this.context = context;
    this.words = context.words();
    this.longest = longest;
    this.own = own(context);
    this.register = context.source().find(TABLE).map(dangers -> dangers.where(own));
    this.counts = register.map(DangerCounts::of).orElse(new DangerCounts(List.of()));
  }

  /** The condition of dangers of the unit and the edition, as a user can query them too. */
  private static String own(ReportContext context) {
    String ofUnit = "admin_code LIKE '" + context.unit().prefix() + "%'";
    List<String> hazards = context.edition().hazards();
    return hazards.isEmpty()
        ? ofUnit
        : ofUnit + " AND kind IN ('" + String.join("', '", hazards) + "')";
  }

  @Override
  public List<Block> summary() {
    return counts.rows().isEmpty() ? List.of() : List.of(Paragraph.body(told("summary.dangers")));
  }

  private String told(String key) {
    return words.get(
        key,
        "which",
        words.get(context.edition().hazards().isEmpty() ? "dangers.all" : "dangers.of_edition"),
        "n",
        counts.all(),
        "open",
        counts.inState("open").all(),
        "overdue",
        counts.overdue(),
        "supervised",
        counts.supervised().isPresent()
            ? counts.supervised().getAsLong()
            : words.get("missing.NOT_REPORTED"));
  }

  @Override
  public Section write() {
    String title = words.get("chapter.dangers");
    if (counts.rows().isEmpty()) {
      String none = words.get(whyNone(), "unit", context.unit().name());
      return Section.of("dangers", title, List.of(Paragraph.body(none)));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.body(told("dangers.intro")));
    blocks.add(counts());
    if (context.unit().withinCounty()) {
      blocks.addAll(overdueList());
      blocks.addAll(flawList());
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
      DangerCounts own = counts.ofKind(kind);
      if (own.all() > 0) {
        rows.add(line(context.name("danger_kind", kind), own, false));
      }
    }
    rows.add(line(words.get("total"), counts, true));
    List<Table.Column> heads = new ArrayList<>(List.of(context.head("hazard", 2)));
    for (String status : context.contracts().codeList("danger_status").codes()) {
      heads.add(context.number(context.name("danger_status", status), "", 1));
    }
    heads.add(context.number(words.get("total"), "", 1));
    heads.add(context.number("overdue", 1));
    heads.add(context.number("supervised", 1));
    return context.table(context.title("table.dangers"), heads, rows);
  }

  private Table.Row line(String name, DangerCounts own, boolean total) {
    List<Cell> cells = new ArrayList<>(List.of(text(name)));
    for (String status : context.contracts().codeList("danger_status").codes()) {
      cells.add(cell(own.inState(status).all(), NumberForm.WHOLE));
    }
    cells.add(cell(own.all(), NumberForm.WHOLE));
    cells.add(cell(own.overdue(), NumberForm.WHOLE));
    cells.add(
        own.supervised().isPresent()
            ? cell(own.supervised().getAsLong(), NumberForm.WHOLE)
            : Cell.Missing.NOT_REPORTED);
    return new Table.Row(cells, total);
  }

  /** Open dangers past their deadline, those longest overdue first; a sentence where none is. */
  private List<Block> overdueList() {
    Listed overdue = new Listed("overdue", "overdue", counts.overdue());
    List<Table.Row> rows =
        first(overdue, col("overdue_days").desc()).stream()
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
        overdue,
        rows,
        context.head("supervised", 1.6),
        context.head("found", 1.5),
        context.head("deadline", 1.5),
        context.number("overdue_days", 1.1));
  }

  /** Dangers whose loop is flawed; a sentence where none is. */
  private List<Block> flawList() {
    Listed flaws = new Listed("flaws", "flaw IS NOT NULL", counts.flawed());
    List<Table.Row> rows =
        first(flaws, col("deadline")).stream()
            .map(
                danger ->
                    row(
                        danger,
                        filed(danger, "deadline"),
                        text(context.name("danger_status", danger.getAs("status"))),
                        text(context.name("danger_flaw", danger.getAs("flaw")))))
            .toList();
    return list(
        flaws,
        rows,
        context.head("deadline", 1.5),
        context.head("state", 1.3),
        context.head("flaw", 2.2));
  }

  private List<Row> first(Listed listed, Column order) {
    return register
        .map(
            dangers ->
                dangers
                    .where(listed.condition())
                    .orderBy(order, col("admin_code"), col("object_id"))
                    .limit(longest)
                    .collectAsList())
        .orElse(List.of());
  }

  /**
   * A list of some dangers.
   *
   * @param condition how they are queried
   * @param all how many there are
   */
  private record Listed(String id, String condition, long all) {}

  private List<Block> list(Listed listed, List<Table.Row> rows, Table.Column... more) {
    if (rows.isEmpty()) {
      return List.of(Paragraph.body(words.get("dangers.none_" + listed.id())));
    }
    List<Table.Column> heads =
        new ArrayList<>(
            List.of(
                context.head("name", 2.3),
                context.head("grade", 1.3),
                context.head("responsible", 1.7),
                context.head("posts", 2.6)));
    heads.addAll(List.of(more));
    String title = context.title("table.dangers_" + listed.id());
    List<Block> blocks = new ArrayList<>();
    blocks.add(context.table(title, heads, rows, "note.dangers"));
    long left = listed.all() - rows.size();
    if (left > 0) {
      blocks.add(
          Paragraph.body(
              words.get(
                  "dangers.more",
                  "n",
                  left,
                  "year",
                  context.year(),
                  "where",
                  listed.condition() + " AND " + own)));
    }
    return blocks;
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
}
