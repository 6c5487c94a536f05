package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.chart.Chart;
import org.riskcensus.formats.chart.Series;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;

/** Losses over the years 历年, nominal and in prices of the census year 可比价. */
final class YearPiece implements Piece {

  private static final NumberForm PERCENT = new NumberForm(3, false);

  private final ReportContext context;
  private final AnnualFigures losses;

  YearPiece(ReportContext context, AnnualFigures losses) {
    this.context = context;
    this.losses = losses;
  }

  @Override
  public String id() {
    return "loss-years";
  }

  @Override
  public List<Block> blocks() {
    List<Integer> years =
        losses.years(context.unit().code()).stream()
            .filter(year -> year <= context.period().year())
            .toList();
    return List.of(chart(years), table(years));
  }

  private Block chart(List<Integer> years) {
    List<@Nullable Double> nominal = new ArrayList<>();
    List<@Nullable Double> real = new ArrayList<>();
    List<@Nullable Double> means = new ArrayList<>();
    for (int year : years) {
      Place at = context.place().in(year);
      nominal.add(losses.value(at, LossFigures.LOSS));
      real.add(losses.real(at));
      LossFigures.Mean mean = losses.mean(at, LossFigures.LOSS);
      means.add(mean.years() < LossFigures.MEAN_YEARS ? null : mean.figure().value());
    }
    List<Series> series =
        Arrays.asList(
            Series.bar(context.words().get("head.nominal"), 0, nominal),
            Series.bar(context.words().get("head.real", "year", context.year()), 9, real),
            Series.line(context.words().get("head.mean"), 1, means));
    List<String> names = years.stream().map(year -> Integer.toString(year)).toList();
    return context
        .captions()
        .chart(context.title("chart.years"), new Chart(context.unit("万元"), names, series, false));
  }

  private Table table(List<Integer> years) {
    List<Table.Row> rows = new ArrayList<>();
    for (int year : years) {
      Place at = context.place().in(year);
      rows.add(
          ReportContext.row(
              text(year),
              losses
                  .basis(at)
                  .map(basis -> text(context.name("loss_basis", basis)))
                  .orElse(Cell.Missing.NOT_REPORTED),
              losses.figure(at, "affected_population").cell(NumberForm.WHOLE),
              losses.figure(at, "deaths").cell(NumberForm.WHOLE),
              losses.figure(at, "missing").cell(NumberForm.WHOLE),
              losses.figure(at, LossFigures.LOSS).cell(NumberForm.TWO),
              real(at),
              ratio(at)));
    }
    List<Table.Column> heads =
        List.of(
            context.head("year_column", 1.2),
            context.head("basis", 2),
            loss("affected_population", "人次"),
            loss("deaths", "人"),
            loss("missing", "人"),
            loss(LossFigures.LOSS, "万元"),
            context.number(context.words().get("head.real", "year", context.year()), "万元", 2),
            loss("loss_gdp_pct", "%"));
    return context.table(context.title("table.years"), heads, rows, "note.missing", "note.real");
  }

  private Cell real(Place at) {
    Double real = losses.real(at);
    return real == null ? Cell.Missing.NOT_COMPUTABLE : cell(real, NumberForm.TWO);
  }

  private Cell ratio(Place at) {
    Figure ratio = losses.figure(at, "loss_gdp_pct");
    return ratio.value() == null ? Cell.Missing.NOT_COMPUTABLE : ratio.cell(PERCENT);
  }

  private Table.Column loss(String field, String unit) {
    return context.number(context.label(LossTables.TABLE, field), unit, 1.8);
  }
}
