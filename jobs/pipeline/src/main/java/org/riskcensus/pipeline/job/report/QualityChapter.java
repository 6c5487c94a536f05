package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.Language;

/** Data quality 数据质量: where every filed row went, and what the rules found. */
final class QualityChapter implements Chapter {

  private static final List<String> COUNTS =
      List.of("rows_read", "rows_accepted", "rows_quarantined", "rows_duplicate");

  private final ReportContext context;
  private final Words words;
  private final List<Row> accounts;
  private final List<Row> findings;

  QualityChapter(ReportContext context) {
    this.context = context;
    this.words = context.words();
    this.accounts =
        context
            .source()
            .rows(
                "ops.row_account",
                col("scope").equalTo("file").and(ofCounties()),
                "dataset",
                "file");
    this.findings = context.source().has("ops.finding") ? counted() : List.of();
  }

  private List<Row> counted() {
    return context
        .source()
        .read("ops.finding")
        .where(ofCounties())
        .groupBy("dataset", "rule", "severity")
        .agg(count(lit(1)).as("n"), min(col(message())).as("example"))
        .orderBy("dataset", "severity", "rule")
        .collectAsList();
  }

  private String message() {
    return words.language() == Language.ZH ? "message_zh" : "message_en";
  }

  private Column ofCounties() {
    return col("county_code").startsWith(context.unit().countyPrefix());
  }

  @Override
  public List<Block> summary() {
    return List.of(
        Paragraph.body(
            words.get(
                "summary.quality",
                "files",
                whole(accounts.size()),
                "read",
                whole(rows("rows_read")),
                "accepted",
                whole(rows("rows_accepted")),
                "quarantined",
                whole(rows("rows_quarantined")),
                "duplicate",
                whole(rows("rows_duplicate")))));
  }

  private static String whole(long number) {
    return NumberForm.WHOLE.text((double) number);
  }

  /** Rows of all files by one of the counts. */
  private long rows(String count) {
    return rows(accounts, count);
  }

  private static long rows(List<Row> accounts, String count) {
    return accounts.stream().mapToLong(account -> account.<Long>getAs(count)).sum();
  }

  @Override
  public Section write() {
    List<Block> reports = new ReportingPiece(context).blocks();
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.body(words.get("quality.intro")));
    boolean balanced = accounts.stream().allMatch(account -> account.<Boolean>getAs("balanced"));
    String key = balanced ? "quality.balanced" : "quality.not_balanced";
    blocks.add(balanced ? Paragraph.body(words.get(key)) : Paragraph.warning(words.get(key)));
    blocks.add(accounts());
    blocks.add(findings());
    Section rows = Section.of("quality-rows", words.get("section.quality-rows"), blocks);
    Section reporting =
        Section.of("quality-reporting", words.get("section.quality-reporting"), reports);
    return new Section(
        "quality", words.get("chapter.quality"), List.of(), List.of(reporting, rows));
  }

  private Table accounts() {
    List<Table.Row> rows = new ArrayList<>();
    for (String dataset :
        accounts.stream().map(a -> a.<String>getAs("dataset")).distinct().toList()) {
      List<Row> own = accounts.stream().filter(a -> a.getAs("dataset").equals(dataset)).toList();
      rows.add(accountRow(title(dataset), own, false));
    }
    rows.add(accountRow(words.get("total"), accounts, true));
    List<Table.Column> heads = new ArrayList<>();
    heads.add(context.head("dataset", 2.4));
    heads.add(context.number(words.get("head.files"), "", 1));
    COUNTS.forEach(c -> heads.add(context.number(context.label("ops.row_account", c), "", 1.3)));
    String caption = words.get("table.accounts", "year", context.year());
    return context.captions().table(caption, heads, rows, notes());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(List.of(words.get("note.accounts")));
    // releases made before pixels were counted have no such column
    List<Row> rasters =
        accounts.stream()
            .filter(account -> List.of(account.schema().fieldNames()).contains("pixels"))
            .filter(account -> account.getAs("pixels") != null)
            .toList();
    if (!rasters.isEmpty()) {
      String all = whole(rows(rasters, "pixels"));
      String empty = whole(rows(rasters, "pixels_empty"));
      notes.add(words.get("note.pixels", "pixels", all, "empty", empty));
    }
    return notes;
  }

  private static Table.Row accountRow(String name, List<Row> own, boolean total) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(name));
    cells.add(cell(own.size(), NumberForm.WHOLE));
    for (String column : COUNTS) {
      cells.add(cell(rows(own, column), NumberForm.WHOLE));
    }
    return new Table.Row(cells, total);
  }

  private Block findings() {
    if (findings.isEmpty()) {
      return Paragraph.body(words.get("quality.no_findings"));
    }
    List<Table.Row> rows = new ArrayList<>();
    for (Row finding : findings) {
      rows.add(
          ReportContext.row(
              text(title(finding.getAs("dataset"))),
              text(finding.getAs("rule")),
              text(finding.getAs("example")),
              text(words.get("severity." + finding.getAs("severity"))),
              cell(finding.<Long>getAs("n"), NumberForm.WHOLE)));
    }
    List<Table.Column> heads =
        List.of(
            context.head("dataset", 2),
            context.head("rule", 1.8),
            context.head("meaning", 4),
            context.head("severity", 1),
            context.number(words.get("head.number"), "", 1));
    String caption = words.get("table.findings", "year", context.year());
    return context.captions().table(caption, heads, rows, List.of());
  }

  private String title(String dataset) {
    return words
        .find("dataset." + dataset)
        .orElseGet(
            () ->
                context
                    .contracts()
                    .find("staging." + dataset)
                    .map(table -> context.tableName(table.name()))
                    .orElse(dataset));
  }
}
