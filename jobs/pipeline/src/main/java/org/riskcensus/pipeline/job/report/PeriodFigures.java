package org.riskcensus.pipeline.job.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Loss figures of some months of a year from {@code marts.loss_by_kind_month}: sums over events
 * that started in them. Where the unit reported on filed event reports in the year and none of a
 * place, there was no event, which counts as zero in comparisons.
 */
final class PeriodFigures implements LossFigures {

  private record Key(String unit, YearMonth month, String kind) {}

  private final Period period;
  private final List<String> kinds;
  private final Map<Key, Row> rows;
  private final Set<Integer> reported;

  private PeriodFigures(
      Period period, List<String> kinds, Map<Key, Row> rows, Set<Integer> reported) {
    this.period = period;
    this.kinds = kinds;
    this.rows = rows;
    this.reported = reported;
  }

  /** The figures of the report's period and kinds. */
  static PeriodFigures of(ReportContext context) {
    Map<Key, Row> rows = new HashMap<>();
    Set<Integer> reported = new HashSet<>();
    for (Row row :
        context.source().rows("marts.loss_by_kind_month", context.ofUnits(), "admin_code")) {
      int year = row.<Integer>getAs("year");
      YearMonth month = YearMonth.of(year, row.<Integer>getAs("month"));
      rows.put(new Key(row.getAs("admin_code"), month, row.getAs("hazard_kind")), row);
      if (row.getAs("admin_code").equals(context.unit().code())) {
        reported.add(year);
      }
    }
    return new PeriodFigures(context.period(), context.kinds(), rows, reported);
  }

  /** The same figures for other months. */
  PeriodFigures during(Period other) {
    return new PeriodFigures(other, kinds, rows, reported);
  }

  @Override
  public Figure figure(Place place, String field) {
    List<Row> found = rows(place);
    if (found.isEmpty()) {
      return none(place.year());
    }
    double sum = 0;
    boolean known = false;
    for (Row row : found) {
      Number value = row.<Number>getAs(field);
      sum += value == null ? 0 : value.doubleValue();
      known |= value != null;
    }
    if (known) {
      return Figure.of(sum);
    }
    return found.stream().allMatch(row -> AnnualFigures.listed(row, "not_applicable", field))
        ? Figure.NOT_APPLICABLE
        : Figure.NOT_REPORTED;
  }

  @Override
  public boolean partly(Place place, String field) {
    List<Row> found = rows(place);
    boolean known = found.stream().anyMatch(row -> row.<Number>getAs(field) != null);
    return known
        && found.stream()
            .anyMatch(
                row ->
                    AnnualFigures.listed(row, "partly_reported", field)
                        || AnnualFigures.listed(row, "not_reported", field));
  }

  private Figure none(int year) {
    return period.in(year).months().stream()
            .map(YearMonth::getYear)
            .distinct()
            .allMatch(reported::contains)
        ? Figure.NO_EVENT
        : Figure.NOT_REPORTED;
  }

  private List<Row> rows(Place place) {
    List<Row> found = new ArrayList<>();
    for (YearMonth month : period.in(place.year()).months()) {
      for (String kind : place.kind().equals(ALL) ? kinds : List.of(place.kind())) {
        Row row = rows.get(new Key(place.unit(), month, kind));
        if (row != null) {
          found.add(row);
        }
      }
    }
    return found;
  }

  /** Events of a place. */
  Figure events(Place place) {
    return figure(place, "events");
  }

  @Override
  public Optional<String> basis(Place place) {
    return has(place) ? Optional.of(AnnualFigures.EVENTS) : Optional.empty();
  }

  @Override
  public boolean has(Place place) {
    return !rows(place).isEmpty();
  }
}
