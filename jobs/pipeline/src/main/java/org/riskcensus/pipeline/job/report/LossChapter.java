package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.chart.Chart;
import org.riskcensus.formats.chart.Series;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.job.report.LossMeasures.Place;

/** Losses 灾害损失: by figure, kind, part, unit and year, each against the years before. */
final class LossChapter {

  static final String LOSS = "direct_loss_wan";
  private static final String TABLE = "marts.loss_by_unit_year";

  private final ReportContext context;
  private final ReportLayout layout;
  private final LossMeasures losses;
  private final Map<String, String> units;
  private final LossTables tables;
  private final Words words;
  private final Place place;

  LossChapter(
      ReportContext context, ReportLayout layout, LossMeasures losses, Map<String, String> units) {
    this.context = context;
    this.layout = layout;
    this.losses = losses;
    this.units = units;
    this.tables = new LossTables(context, losses);
    this.words = context.words();
    this.place = new Place(context.unit().code(), context.year(), LossMeasures.ALL);
  }

  Section write() {
    if (losses.basis(place.unit(), place.year()) == null) {
      String none = words.get("loss.none", "unit", context.unit().name(), "year", context.year());
      return Section.of("losses", words.get("chapter.losses"), List.of(Paragraph.warning(none)));
    }
    List<Section> below =
        List.of(
            Section.of("loss-headline", words.get("section.headline"), headline()),
            Section.of("loss-kinds", words.get("section.kinds"), kinds()),
            Section.of("loss-units", words.get("section.units"), byUnit()),
            Section.of("loss-years", words.get("section.years"), years()),
            Section.of("loss-bases", words.get("section.bases"), bases()));
    return new Section("losses", words.get("chapter.losses"), List.of(basis()), below);
  }

  private Paragraph basis() {
    String basis = losses.basis(place.unit(), place.year());
    return Paragraph.body(words.get("loss.basis." + basis, "year", context.year()));
  }

  private List<Block> headline() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(tables.headline(layout.headline()));
    List<String> missing =
        layout.headline().stream()
            .filter(column -> losses.value(place, column.name()) == null)
            .map(column -> context.label(TABLE, column.name()))
            .toList();
    if (!missing.isEmpty()) {
      String list = String.join(words.get("list.comma"), missing);
      blocks.add(Paragraph.warning(words.get("loss.not_reported", "figures", list)));
    }
    return blocks;
  }

  /** Kinds with any figure in this year or the five before, in the order of the code list. */
  private List<String> presentKinds() {
    return context.contracts().codeList("loss_kind").codes().stream()
        .filter(kind -> losses.has(place.unit(), kind, place.year() - 5, place.year()))
        .toList();
  }

  private List<Block> kinds() {
    List<String> kinds = presentKinds();
    List<Block> blocks = new ArrayList<>();
    for (ColumnContract column : layout.byUnit()) {
      if (column.name().equals(LOSS) || column.name().equals("affected_population")) {
        blocks.add(tables.byKind(column, kinds));
      }
    }
    blocks.add(kindChart(kinds));
    blocks.add(parts());
    return blocks;
  }

  private Block kindChart(List<String> kinds) {
    List<String> names = kinds.stream().map(kind -> context.name("loss_kind", kind)).toList();
    List<@Nullable Double> now = new ArrayList<>();
    List<@Nullable Double> before = new ArrayList<>();
    List<@Nullable Double> mean = new ArrayList<>();
    for (String kind : kinds) {
      now.add(losses.value(place.of(kind), LOSS));
      before.add(losses.value(place.of(kind).in(place.year() - 1), LOSS));
      mean.add(losses.mean(place.of(kind), LOSS).value());
    }
    List<Series> series =
        List.of(
            Series.bar(words.get("head.year", "year", place.year()), 0, now),
            Series.bar(words.get("head.year", "year", place.year() - 1), 9, before),
            Series.bar(words.get("head.mean"), 1, mean));
    return context
        .captions()
        .chart(tables.title("chart.kinds"), new Chart(wan(), names, series, false));
  }

  private String wan() {
    return words.get("unit.万元");
  }

  /** The parts of the direct loss with their shares, which add up to 100. */
  private Table parts() {
    List<@Nullable Double> values =
        layout.parts().stream().map(part -> losses.value(place, part.name())).toList();
    List<Cell> shares = Shares.percent(values);
    List<Table.Row> rows = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String part = layout.parts().get(i).name();
      Double before = losses.value(place.in(place.year() - 1), part);
      rows.add(
          ReportContext.row(
              text(context.label(TABLE, part)),
              cell(values.get(i), NumberForm.TWO),
              shares.get(i),
              cell(before, NumberForm.TWO),
              LossTables.change(values.get(i), before)));
    }
    Double total = losses.value(place, LOSS);
    Double totalBefore = losses.value(place.in(place.year() - 1), LOSS);
    rows.add(
        new Table.Row(
            List.of(
                text(context.label(TABLE, LOSS)),
                cell(total, NumberForm.TWO),
                Shares.whole(values),
                cell(totalBefore, NumberForm.TWO),
                LossTables.change(total, totalBefore)),
            true));
    List<Table.Column> heads =
        List.of(
            Table.Column.text(words.get("head.part"), 3),
            context.number(words.get("head.year", "year", place.year()), "万元", 2),
            context.number(words.get("head.share"), "%", 1.4),
            context.number(words.get("head.year", "year", place.year() - 1), "万元", 2),
            context.number(words.get("head.change"), "%", 1.6));
    return context
        .captions()
        .table(tables.title("table.parts"), heads, rows, List.of(words.get("note.missing")));
  }

  private List<Block> byUnit() {
    List<Table.Row> rows = new ArrayList<>();
    for (Map.Entry<String, String> unit : units.entrySet()) {
      Place below = new Place(unit.getKey(), place.year(), LossMeasures.ALL);
      rows.add(unitRow(unit.getValue(), below, losses.basis(below.unit(), below.year()), false));
    }
    if (rows.isEmpty()) {
      return List.of(Paragraph.body(words.get("loss.no_units")));
    }
    List<Block> blocks = new ArrayList<>();
    rows.add(unitRow(context.unit().name(), place, LossMeasures.EVENTS, true));
    List<Table.Column> heads = new ArrayList<>();
    heads.add(Table.Column.text(words.get("head.unit_name"), 2.2));
    for (ColumnContract column : layout.byUnit()) {
      heads.add(context.number(context.label(TABLE, column.name()), column.unit(), 1.8));
    }
    heads.add(context.number(words.get("head.change_loss"), "%", 1.6));
    List<String> notes = List.of(words.get("note.missing"), words.get("note.units"));
    blocks.add(context.captions().table(tables.title("table.units"), heads, rows, notes));
    blocks.add(unitChart());
    return blocks;
  }

  private Table.Row unitRow(String name, Place at, @Nullable String basis, boolean total) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(name));
    for (ColumnContract column : layout.byUnit()) {
      cells.add(cell(losses.on(basis, at, column.name()), LossTables.form(column)));
    }
    Double now = losses.on(basis, at, LOSS);
    cells.add(LossTables.change(now, losses.on(basis, at.in(at.year() - 1), LOSS)));
    return new Table.Row(cells, total);
  }

  private Block unitChart() {
    List<@Nullable Double> now = new ArrayList<>();
    for (String unit : units.keySet()) {
      now.add(losses.value(new Place(unit, place.year(), LossMeasures.ALL), LOSS));
    }
    List<Series> series = List.of(Series.bar(context.label(TABLE, LOSS), 0, now));
    Chart chart = new Chart(wan(), List.copyOf(units.values()), series, false);
    return context.captions().chart(tables.title("chart.units"), chart);
  }

  private List<Block> years() {
    List<Integer> years =
        losses.years(place.unit()).stream().filter(year -> year <= place.year()).toList();
    List<@Nullable Double> values = new ArrayList<>();
    List<@Nullable Double> means = new ArrayList<>();
    List<Table.Row> rows = new ArrayList<>();
    for (int year : years) {
      Place at = place.in(year);
      values.add(losses.value(at, LOSS));
      means.add(losses.mean(at, LOSS).years() < 5 ? null : losses.mean(at, LOSS).value());
      String basis = losses.basis(at.unit(), year);
      rows.add(
          ReportContext.row(
              text(year),
              text(basis == null ? "" : context.name("loss_basis", basis)),
              cell(losses.value(at, "affected_population"), NumberForm.WHOLE),
              cell(losses.value(at, "deaths"), NumberForm.WHOLE),
              cell(losses.value(at, "missing"), NumberForm.WHOLE),
              cell(losses.value(at, LOSS), NumberForm.TWO),
              cell(losses.value(at, "loss_gdp_pct"), new NumberForm(3, false))));
    }
    List<Table.Column> heads =
        List.of(
            Table.Column.text(words.get("head.year_column"), 1.2),
            Table.Column.text(words.get("head.basis"), 2),
            context.number(context.label(TABLE, "affected_population"), "人次", 2),
            context.number(context.label(TABLE, "deaths"), "人", 1.5),
            context.number(context.label(TABLE, "missing"), "人", 1.5),
            context.number(context.label(TABLE, LOSS), "万元", 2),
            context.number(context.label(TABLE, "loss_gdp_pct"), "%", 2));
    List<String> names = years.stream().map(year -> Integer.toString(year)).toList();
    List<Series> series =
        Arrays.asList(
            Series.bar(context.label(TABLE, LOSS), 0, values),
            Series.line(words.get("head.mean"), 1, means));
    return List.of(
        context
            .captions()
            .chart(tables.title("chart.years"), new Chart(wan(), names, series, false)),
        context
            .captions()
            .table(tables.title("table.years"), heads, rows, List.of(words.get("note.missing"))));
  }

  /** Both bases side by side: they are kept apart, and differ. */
  private List<Block> bases() {
    List<Table.Row> rows = new ArrayList<>();
    List<String> kinds = new ArrayList<>(presentKinds());
    kinds.add(LossMeasures.ALL);
    for (String kind : kinds) {
      Place at = place.of(kind);
      Double annual = losses.on(LossMeasures.ANNUAL, at, LOSS);
      Double events = losses.on(LossMeasures.EVENTS, at, LOSS);
      if (annual != null || events != null) {
        Double difference = annual == null || events == null ? null : annual - events;
        rows.add(
            new Table.Row(
                List.of(
                    text(context.name("loss_kind_total", kind)),
                    cell(annual, NumberForm.TWO),
                    cell(events, NumberForm.TWO),
                    cell(difference, new NumberForm(2, true)),
                    LossTables.change(annual, events)),
                kind.equals(LossMeasures.ALL)));
      }
    }
    List<Table.Column> heads =
        List.of(
            Table.Column.text(words.get("head.kind"), 2),
            context.number(context.name("loss_basis", LossMeasures.ANNUAL), "万元", 2),
            context.number(context.name("loss_basis", LossMeasures.EVENTS), "万元", 2),
            context.number(words.get("head.difference"), "万元", 2),
            context.number(words.get("head.difference_share"), "%", 2));
    return List.of(
        Paragraph.body(words.get("loss.bases")),
        context
            .captions()
            .table(tables.title("table.bases"), heads, rows, List.of(words.get("note.missing"))));
  }
}
