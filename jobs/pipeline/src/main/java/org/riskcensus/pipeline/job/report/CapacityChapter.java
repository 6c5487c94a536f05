package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/** Capacity 减灾能力: what a unit has, against the census before. */
final class CapacityChapter implements Chapter {

  /** One stock: number of objects and sums over some of their columns. */
  private record Stock(String table, List<String> sums) {}

  private static final List<Stock> STOCKS =
      List.of(
          new Stock("staging.rescue_team", List.of("members")),
          new Stock("staging.material_depot", List.of("area_m2", "stock_persons")),
          new Stock("staging.shelter", List.of("area_m2", "capacity_persons")),
          new Stock("staging.information_officer", List.of()),
          new Stock("staging.monitoring_station", List.of()));

  private final ReportContext context;
  private final Words words;

  private final CoveragePiece coverage;

  /**
   * The chapter.
   *
   * @param maps directory of the map sheets
   */
  CapacityChapter(ReportContext context, Path maps) {
    this.context = context;
    this.words = context.words();
    this.coverage = new CoveragePiece(context, maps);
  }

  @Override
  public List<Block> summary() {
    return coverage.summary();
  }

  @Override
  public Section write() {
    List<Table.Row> rows = new ArrayList<>();
    for (Stock stock : STOCKS) {
      rows.addAll(rows(stock));
    }
    List<Table.Column> heads =
        List.of(
            context.head("capacity", 2.5),
            context.head("figure", 2),
            context.head("unit", 1),
            context.number(words.get("head.year", "year", context.year()), "", 2),
            context.number(words.get("head.year", "year", context.year() - 1), "", 2),
            context.number(words.get("head.difference"), "", 2));
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.body(words.get("capacity.intro")));
    blocks.add(context.table(context.title("table.capacity"), heads, rows, "note.missing"));
    need().ifPresent(blocks::add);
    return context.chapter(
        "capacity",
        blocks,
        List.of(coverage, new OfficerPiece(context), new ResourcePiece(context)));
  }

  /** Need and stock 需求与储备, where the statistics have them. */
  private Optional<Table> need() {
    IndicatorRows now = new IndicatorRows(context);
    IndicatorRows before = new IndicatorRows(context, context.before().orElse(context.source()));
    IndicatorTable table = new IndicatorTable(context, now, before);
    List<Table.Row> lines = table.lines("capacity");
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            context.table(context.title("table.need"), table.heads(), lines, "note.missing"));
  }

  private List<Table.Row> rows(Stock stock) {
    Row now = totals(context.source(), stock);
    Row before = context.before().map(source -> totals(source, stock)).orElse(null);
    List<Table.Row> rows = new ArrayList<>();
    String name =
        words.find("capacity." + stock.table()).orElseGet(() -> context.tableName(stock.table()));
    for (int i = 0; i <= stock.sums().size(); i++) {
      String column = i == 0 ? "" : stock.sums().get(i - 1);
      String label = i == 0 ? words.get("head.number") : context.label(stock.table(), column);
      String unit = i == 0 ? "个" : context.contracts().get(stock.table()).get(column).unit();
      Number value = number(now, i);
      Number old = number(before, i);
      rows.add(
          ReportContext.row(
              text(name),
              text(label),
              text(context.unit(unit)),
              cell(value, NumberForm.WHOLE),
              cell(old, NumberForm.WHOLE),
              difference(value, old)));
    }
    return rows;
  }

  private static Cell difference(@Nullable Number now, @Nullable Number before) {
    return now == null || before == null
        ? Cell.Missing.NOT_REPORTED
        : new Cell.Figure(now.doubleValue() - before.doubleValue(), new NumberForm(0, true));
  }

  private static @Nullable Number number(@Nullable Row totals, int i) {
    return totals == null || totals.isNullAt(i) ? null : (Number) totals.get(i);
  }

  /** Count and sums; null where the unit filed none. */
  private @Nullable Row totals(ReleasedTables source, Stock stock) {
    if (!source.has(stock.table())) {
      return null;
    }
    List<Column> sums = new ArrayList<>();
    stock.sums().forEach(column -> sums.add(sum(col(column)).cast("double")));
    Row totals =
        source
            .read(stock.table())
            .where(col("admin_code").startsWith(context.unit().prefix()))
            .agg(count(lit(1)), sums.toArray(Column[]::new))
            .first();
    return Optional.of(totals).filter(row -> row.getLong(0) > 0).orElse(null);
  }
}
