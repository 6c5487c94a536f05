package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.Language;

/**
 * Targets of the county's plan 规划指标 and whether they are met; of a city or province those of its
 * counties in the release.
 */
final class KpiChapter implements Chapter {

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
                col("county_code").isin(context.scope().counties().keySet().toArray()),
                "county_code",
                "target_year",
                "indicator");
  }

  private long count(String status) {
    return rows.stream().filter(row -> row.getAs("status").equals(status)).count();
  }

  private String name(Row row) {
    String name = worded(row, "indicator_name");
    return context.unit().withinCounty()
        ? name
        : context.name("plan", row.getAs("plan")) + " " + name;
  }

  /** A text in the language of the report; a release made before it was translated has Chinese. */
  private String worded(Row row, String column) {
    boolean english =
        words.language() == Language.EN
            && Arrays.asList(row.schema().fieldNames()).contains(column + "_en")
            && row.getAs(column + "_en") != null;
    return row.getAs(english ? column + "_en" : column);
  }

  @Override
  public List<Block> summary() {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> missed =
        rows.stream().filter(row -> row.getAs("status").equals("missed")).map(this::name).toList();
    String names = String.join(words.get("list.semicolon"), missed);
    String told = missed.isEmpty() ? "" : words.get("summary.kpi_missed", "names", names);
    return List.of(Paragraph.body(counts("summary.kpi") + told));
  }

  private String counts(String key) {
    return words.get(
        key,
        "n",
        rows.size(),
        "met",
        count("met"),
        "missed",
        count("missed"),
        "open",
        count("not_computable"));
  }

  @Override
  public Section write() {
    String title = words.get("chapter.kpi");
    if (rows.isEmpty()) {
      String none = words.get("kpi.none", "unit", context.unit().name());
      return Section.of("kpi", title, List.of(Paragraph.warning(none)));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.body(counts("kpi.intro")));
    blocks.add(table());
    return Section.of("kpi", title, blocks);
  }

  private Table table() {
    List<Table.Column> heads =
        List.of(
            context.head("indicator", 2.8),
            context.head("target", 1.8),
            context.head("unit", 1.3),
            context.head("target_year", 1.2),
            context.head("period", 1.6),
            context.number("value", 2),
            context.head("status", 2),
            context.head("projected", 1.6),
            context.head("nature", 1.4));
    return context.table(
        context.title("table.kpi"), heads, rows.stream().map(this::line).toList(), "note.kpi");
  }

  private Table.Row line(Row row) {
    Number value = row.<Number>getAs("value");
    return ReportContext.row(
        text(name(row)),
        text(worded(row, "as_filed")),
        text(context.unit(row.<String>getAs("unit"))),
        text(row.getAs("target_year")),
        text(row.getAs("period")),
        value == null ? Cell.Missing.NOT_COMPUTABLE : cell(value, form(value.doubleValue())),
        text(context.name("kpi_status", row.getAs("status"))),
        code("kpi_status", row.getAs("projected_status")),
        row.getAs("nature") == null
            ? text(words.get("kpi.not_stated"))
            : code("indicator_nature", row.getAs("nature")));
  }

  private static NumberForm form(double value) {
    return value != 0 && value == Math.rint(value) ? NumberForm.WHOLE : VALUE;
  }

  private Cell code(String list, @Nullable Object code) {
    return code == null ? Cell.Missing.NOT_APPLICABLE : text(context.name(list, code));
  }
}
