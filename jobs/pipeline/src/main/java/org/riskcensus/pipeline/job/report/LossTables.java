package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.ColumnType;
import org.riskcensus.pipeline.job.report.LossMeasures.Mean;
import org.riskcensus.pipeline.job.report.LossMeasures.Place;

/** Tables that hold a figure against the year before and the mean of the five years before. */
final class LossTables {

  private final ReportContext context;
  private final LossMeasures losses;

  LossTables(ReportContext context, LossMeasures losses) {
    this.context = context;
    this.losses = losses;
  }

  /** How numbers of a column are written: counts whole, measures with two digits. */
  static NumberForm form(ColumnContract column) {
    return column.type() == ColumnType.DOUBLE ? NumberForm.TWO : NumberForm.WHOLE;
  }

  /** Change in percent; not applicable from zero, not reported where either is missing. */
  static Cell change(@Nullable Double now, @Nullable Double before) {
    if (now == null || before == null) {
      return Cell.Missing.NOT_REPORTED;
    }
    return before == 0
        ? Cell.Missing.NOT_APPLICABLE
        : new Cell.Figure((now - before) / before * 100, NumberForm.CHANGE);
  }

  /** A row for each figure of the unit, all kinds together. */
  Table headline(List<ColumnContract> columns) {
    Words words = context.words();
    Place place = new Place(context.unit().code(), context.year(), LossMeasures.ALL);
    List<Table.Row> rows = new ArrayList<>();
    for (ColumnContract column : columns) {
      String unit = column.unit();
      List<Cell> cells = new ArrayList<>();
      cells.add(text(context.label("marts.loss_by_unit_year", column.name())));
      cells.add(text(words.find("unit." + unit).orElse(unit)));
      cells.addAll(compared(place, column.name(), form(column)));
      rows.add(new Table.Row(cells, false));
    }
    List<Table.Column> heads = new ArrayList<>();
    heads.add(Table.Column.text(words.get("head.figure"), 3.2));
    heads.add(Table.Column.text(words.get("head.unit"), 1.2));
    heads.addAll(comparedHeads(""));
    return context.captions().table(title("table.headline"), heads, rows, notes());
  }

  /** A row for each kind of disaster, then all together, of one figure. */
  Table byKind(ColumnContract column, List<String> kinds) {
    List<Table.Row> rows = new ArrayList<>();
    Place place = new Place(context.unit().code(), context.year(), LossMeasures.ALL);
    for (String kind : kinds) {
      rows.add(kindRow(place.of(kind), column, false));
    }
    rows.add(kindRow(place, column, true));
    List<Table.Column> heads = new ArrayList<>();
    heads.add(Table.Column.text(context.words().get("head.kind"), 2.2));
    heads.addAll(comparedHeads(column.unit()));
    String label = context.label("marts.loss_by_unit_year", column.name());
    return context.captions().table(title("table.by_kind", "figure", label), heads, rows, notes());
  }

  private Table.Row kindRow(Place place, ColumnContract column, boolean total) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(context.name("loss_kind_total", place.kind())));
    cells.addAll(compared(place, column.name(), form(column)));
    return new Table.Row(cells, total);
  }

  private List<Cell> compared(Place place, String field, NumberForm form) {
    Double now = losses.value(place, field);
    Double before = losses.value(place.in(place.year() - 1), field);
    Mean mean = losses.mean(place, field);
    NumberForm meanForm = form.decimals() == 0 ? NumberForm.ONE : form;
    return List.of(
        cell(now, form),
        cell(before, form),
        change(now, before),
        cell(mean.value(), meanForm),
        change(now, mean.value()),
        cell(mean.years(), NumberForm.WHOLE));
  }

  private List<Table.Column> comparedHeads(String unit) {
    Words words = context.words();
    return List.of(
        context.number(words.get("head.year", "year", context.year()), unit, 2),
        context.number(words.get("head.year", "year", context.year() - 1), unit, 2),
        context.number(words.get("head.change"), "%", 1.6),
        context.number(words.get("head.mean"), unit, 2),
        context.number(words.get("head.change_mean"), "%", 1.6),
        context.number(words.get("head.mean_years"), "a", 1.2));
  }

  /** A title with unit and year filled in. */
  String title(String key, Object... more) {
    Object[] values = new Object[more.length + 4];
    values[0] = "unit";
    values[1] = context.unit().name();
    values[2] = "year";
    values[3] = context.year();
    System.arraycopy(more, 0, values, 4, more.length);
    return context.words().get(key, values);
  }

  List<String> notes() {
    return List.of(context.words().get("note.missing"), context.words().get("note.mean"));
  }
}
