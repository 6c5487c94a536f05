package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.lakehouse.ReleaseRun;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/** Provenance 数据溯源: runs, snapshots and files that the figures of this report come from. */
final class ProvenanceChapter implements Chapter {

  private static final int MOST_CODES = 10;

  private final ReportContext context;
  private final List<ReleaseRun> runs;
  private final Words words;

  ProvenanceChapter(ReportContext context, List<ReleaseRun> runs) {
    this.context = context;
    this.runs = runs;
    this.words = context.words();
  }

  @Override
  public Section write() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.body(words.get("provenance.intro", "tag", context.source().tag())));
    blocks.add(runs());
    if (context.unit().withinCounty()) {
      blocks.add(submissions());
    }
    blocks.add(snapshots());
    return Section.of("provenance", words.get("chapter.provenance"), blocks);
  }

  private Table runs() {
    List<Table.Row> rows = new ArrayList<>();
    countiesByRun(runs)
        .forEach(
            (run, counties) ->
                rows.add(
                    ReportContext.row(
                        text(codes(counties)),
                        text(run.get(0)),
                        text(run.get(1)),
                        text(run.get(2)))));
    List<Table.Column> heads =
        List.of(
            context.head("county", 1.4),
            context.head("run", 1.8),
            context.head("logical_date", 1.2),
            context.head("method_version", 5));
    return context.captions().table(words.get("table.runs"), heads, rows, List.of());
  }

  /** Codes of counties by run id, date and methods: one run may be that of a whole province. */
  static Map<List<String>, List<String>> countiesByRun(List<ReleaseRun> runs) {
    Map<List<String>, List<String>> counties = new LinkedHashMap<>();
    for (ReleaseRun run : runs) {
      List<String> key = List.of(run.id(), run.date().toString(), run.methodVersion());
      counties.computeIfAbsent(key, k -> new ArrayList<>()).add(run.county());
    }
    return counties;
  }

  private String codes(List<String> counties) {
    String comma = words.get("list.comma");
    return counties.size() <= MOST_CODES
        ? String.join(comma, counties)
        : words.get(
            "provenance.many_counties",
            "first",
            String.join(comma, counties.subList(0, MOST_CODES)),
            "n",
            counties.size());
  }

  private Table snapshots() {
    List<Table.Row> rows = new ArrayList<>();
    add(rows, context.source());
    context.before().ifPresent(before -> add(rows, before));
    List<Table.Column> heads =
        List.of(
            context.head("release", 1.5),
            context.head("table", 3),
            context.head("table_title", 2.5),
            context.head("snapshot", 3));
    return context.captions().table(words.get("table.snapshots"), heads, rows, List.of());
  }

  private void add(List<Table.Row> rows, ReleasedTables source) {
    source
        .snapshots()
        .forEach(
            (table, snapshot) ->
                rows.add(
                    ReportContext.row(
                        text(source.tag()),
                        text(table),
                        text(context.tableName(table)),
                        text(snapshot))));
  }

  private Block submissions() {
    List<Table.Row> rows =
        context
            .source()
            .rows(
                "ops.submission",
                col("county_code").equalTo(context.unit().county()),
                "dataset",
                "file")
            .stream()
            .map(
                file ->
                    ReportContext.row(
                        text(file.getAs("file")),
                        text(file.getAs("dataset")),
                        cell(file.<Long>getAs("rows_read"), NumberForm.WHOLE),
                        text(file.getAs("submission_id"))))
            .toList();
    if (rows.isEmpty()) {
      return Paragraph.body(words.get("provenance.no_files"));
    }
    List<Table.Column> heads =
        List.of(
            context.head("file", 3.2),
            context.head("dataset", 2),
            context.number(words.get("head.rows"), "", 1),
            Table.Column.text("SHA-256", 4));
    return context.captions().table(words.get("table.submissions"), heads, rows, List.of());
  }
}
