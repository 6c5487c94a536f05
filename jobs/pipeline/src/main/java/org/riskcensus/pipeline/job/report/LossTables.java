package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.ColumnType;

/** Cells that hold a figure against the year before and the mean of the five years before. */
final class LossTables {

  static final String TABLE = "marts.loss_by_unit_year";

  private final ReportContext context;
  private final LossFigures losses;

  LossTables(ReportContext context, LossFigures losses) {
    this.context = context;
    this.losses = losses;
  }

  /** How numbers of a column are written: counts whole, measures with two digits. */
  static NumberForm form(ColumnContract column) {
    return column.type() == ColumnType.DOUBLE ? NumberForm.TWO : NumberForm.WHOLE;
  }

  /** The figure, that of the year before, the mean, both changes, and years of the mean. */
  List<Cell> compared(Place place, String field, NumberForm form) {
    Figure now = losses.figure(place, field);
    Figure before = losses.figure(place.in(place.year() - 1), field);
    LossFigures.Mean mean = losses.mean(place, field);
    NumberForm meanForm = form.decimals() == 0 ? NumberForm.ONE : form;
    return List.of(
        now.cell(form),
        before.cell(form),
        now.change(before),
        mean.figure().cell(meanForm),
        now.change(mean.figure()),
        cell(mean.years(), NumberForm.WHOLE));
  }

  /** Heads of {@link #compared}. */
  List<Table.Column> comparedHeads(String unit) {
    Words words = context.words();
    int year = context.period().year();
    return List.of(
        context.number(periodHead(year), unit, 2),
        context.number(periodHead(year - 1), unit, 2),
        context.number(words.get("head.change"), "%", 1.6),
        context.number(words.get("head.mean"), unit, 2),
        context.number(words.get("head.change_mean"), "%", 1.6),
        context.number(words.get("head.mean_years"), "a", 1.2));
  }

  /** The period in few words: the year, or this year's and last year's period. */
  private String periodHead(int year) {
    if (context.edition().annual()) {
      return context.words().get("head.year", "year", year);
    }
    boolean now = year == context.period().year();
    return context.words().get(now ? "head.this_period" : "head.last_period");
  }

  /** Notes under a table of compared figures: parts of a year may have no event. */
  String[] notes() {
    return context.edition().annual()
        ? new String[] {"note.missing", "note.mean"}
        : new String[] {"note.no_event", "note.missing", "note.mean"};
  }

  /** Which columns a place name and compared figures have. */
  List<Table.Column> heads(Table.Column first, String unit) {
    List<Table.Column> heads = new ArrayList<>();
    heads.add(first);
    heads.addAll(comparedHeads(unit));
    return heads;
  }

  /** A row of a name and compared figures. */
  Table.Row row(String name, Place place, ColumnContract column, boolean total) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(name));
    cells.addAll(compared(place, column.name(), form(column)));
    return new Table.Row(cells, total);
  }
}
