package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;

/** Targets of the county's plan 规划指标 and whether they are met. */
final class KpiChapter {

  private static final NumberForm VALUE = new NumberForm(3, false);

  private final ReportContext context;
  private final Words words;
  private final List<Row> rows;

  KpiChapter(ReportContext context) {
    this.context = context;
    this.words = context.words();
    this.rows =
        context
            .source()
            .rows(
                "marts.kpi_status",
                col("county_code").equalTo(context.unit().county()),
                "target_year",
                "indicator");
  }

  /** Number of targets; of one status where one is given. */
  long count(String status) {
    return rows.stream().filter(row -> row.getAs("status").equals(status)).count();
  }

  long count() {
    return rows.size();
  }

  /** Names of the missed targets. */
  List<String> missed() {
    return rows.stream()
        .filter(row -> row.getAs("status").equals("missed"))
        .map(row -> row.<String>getAs("indicator_name"))
        .toList();
  }

  Section write() {
    String title = words.get("chapter.kpi");
    if (rows.isEmpty()) {
      String none = words.get("kpi.none", "unit", context.unit().name());
      return Section.of("kpi", title, List.of(Paragraph.warning(none)));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.body(
            words.get(
                "kpi.intro",
                "n",
                count(),
                "met",
                count("met"),
                "missed",
                count("missed"),
                "open",
                count("not_computable"))));
    blocks.add(table());
    return Section.of("kpi", title, blocks);
  }

  private Table table() {
    List<Table.Row> lines = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Row row : rows) {
      Number value = row.<Number>getAs("value");
      Object nature = row.getAs("nature");
      lines.add(
          ReportContext.row(
              text(row.getAs("indicator_name")),
              text(row.getAs("as_filed")),
              text(row.getAs("unit")),
              text(row.getAs("target_year")),
              text(row.getAs("period")),
              value == null ? Cell.Missing.NOT_APPLICABLE : cell(value, VALUE),
              text(context.name("kpi_status", row.getAs("status"))),
              nature == null
                  ? Cell.Missing.NOT_APPLICABLE
                  : text(context.name("indicator_nature", nature))));
    }
    List<Table.Column> heads =
        List.of(
            Table.Column.text(words.get("head.indicator"), 3.4),
            Table.Column.text(words.get("head.target"), 1.8),
            Table.Column.text(words.get("head.unit"), 1.4),
            Table.Column.text(words.get("head.target_year"), 1.2),
            Table.Column.text(words.get("head.period"), 1.6),
            context.number(words.get("head.value"), "", 1.5),
            Table.Column.text(words.get("head.status"), 1.5),
            Table.Column.text(words.get("head.nature"), 1.2));
    notes.add(words.get("note.kpi"));
    String caption = words.get("table.kpi", "unit", context.unit().name(), "year", context.year());
    return context.captions().table(caption, heads, lines, notes);
  }
}
