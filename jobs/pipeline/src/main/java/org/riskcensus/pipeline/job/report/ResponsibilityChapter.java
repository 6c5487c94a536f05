package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;

/** Responsibility list 风险管控责任清单: who answers for what, and what is overdue. */
final class ResponsibilityChapter implements Chapter {

  private final ReportContext context;
  private final Words words;
  private final List<Row> items;

  ResponsibilityChapter(ReportContext context) {
    this.context = context;
    this.words = context.words();
    this.items =
        context
            .source()
            .rows(
                "marts.responsibility_item",
                col("admin_code").startsWith(context.unit().prefix()).and(ofEdition(context)),
                "admin_code",
                "item_id");
  }

  @Override
  public List<Block> summary() {
    return List.of(
        Paragraph.body(
            words.get("summary.responsibility", "n", items.size(), "overdue", overdue())));
  }

  private static Column ofEdition(ReportContext context) {
    List<String> hazards = context.edition().hazards();
    return hazards.isEmpty() ? lit(true) : col("hazard").isin(hazards.toArray());
  }

  private long overdue() {
    return items.stream().filter(item -> item.<Boolean>getAs("overdue")).count();
  }

  @Override
  public Section write() {
    String title = words.get("chapter.responsibility");
    if (items.isEmpty()) {
      String none = words.get("responsibility.none", "unit", context.unit().name());
      return Section.of("responsibility", title, List.of(Paragraph.body(none)));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.body(words.get("responsibility.intro", "n", items.size(), "overdue", overdue())));
    blocks.add(counts());
    if (context.unit().withinCounty()) {
      blocks.add(list());
    }
    return Section.of("responsibility", title, blocks);
  }

  private Table counts() {
    List<String> grades = context.contracts().codeList("grade4").codes();
    List<Table.Row> rows = new ArrayList<>();
    for (String hazard : context.contracts().codeList("danger_kind").codes()) {
      List<Row> own = items.stream().filter(item -> item.getAs("hazard").equals(hazard)).toList();
      if (!own.isEmpty()) {
        rows.add(countRow(context.name("danger_kind", hazard), own, grades, false));
      }
    }
    rows.add(countRow(words.get("total"), items, grades, true));
    List<Table.Column> heads = new ArrayList<>();
    heads.add(context.head("hazard", 2));
    grades.forEach(grade -> heads.add(context.number(context.name("grade4", grade), "", 1)));
    heads.add(context.number(words.get("total"), "", 1));
    heads.add(context.number(words.get("head.overdue"), "", 1));
    return context.table(context.title("table.responsibility_counts"), heads, rows);
  }

  private static Table.Row countRow(
      String name, List<Row> own, List<String> grades, boolean total) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(name));
    for (String grade : grades) {
      long n = own.stream().filter(item -> item.getAs("grade").equals(grade)).count();
      cells.add(cell(n, NumberForm.WHOLE));
    }
    cells.add(cell(own.size(), NumberForm.WHOLE));
    long overdue = own.stream().filter(item -> item.<Boolean>getAs("overdue")).count();
    cells.add(cell(overdue, NumberForm.WHOLE));
    return new Table.Row(cells, total);
  }

  /** The list itself, without places and persons under threat, which are restricted. */
  private Table list() {
    List<Table.Row> rows = new ArrayList<>();
    for (Row item : items) {
      Object deadline = item.getAs("deadline");
      rows.add(
          ReportContext.row(
              text(item.getAs("name")),
              text(context.name("danger_kind", item.getAs("hazard"))),
              text(context.name("grade4", item.getAs("grade"))),
              text(item.getAs("responsible_unit")),
              posts(item),
              deadline == null ? Cell.Missing.NOT_APPLICABLE : text(deadline),
              text(status(item))));
    }
    List<Table.Column> heads =
        List.of(
            context.head("name", 2.6),
            context.head("hazard", 1.2),
            context.head("grade", 1),
            context.head("responsible", 2),
            context.head("posts", 3.2),
            context.head("deadline", 1.4),
            context.head("state", 1.4));
    return context.table(context.title("table.responsibility"), heads, rows, "note.responsibility");
  }

  private Cell posts(Row item) {
    String posts =
        Stream.of("administrative_post", "technical_post", "patrol_post")
            .map(post -> item.<String>getAs(post))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(words.get("list.comma")));
    return posts.isEmpty() ? Cell.Missing.NOT_REPORTED : text(posts);
  }

  private String status(Row item) {
    String list =
        item.getAs("kind").equals("geohazard_point") ? "geohazard_status" : "danger_status";
    String name = context.name(list, item.getAs("status"));
    return item.<Boolean>getAs("overdue") ? words.get("overdue", "status", name) : name;
  }
}
