package org.riskcensus.pipeline.job.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Loss figures of whole years: those of {@code marts.loss_measure}, which says what is published
 * and why a figure is missing; other loss columns from {@code marts.loss_by_unit_year} on the basis
 * of the direct loss.
 */
final class AnnualFigures implements LossFigures {

  static final String ANNUAL = "annual_final";
  static final String EVENTS = "event_sum";

  private record Key(Place place, String name) {}

  private final Map<Key, Row> measures = new HashMap<>();
  private final Map<Key, Row> sums = new HashMap<>();

  static AnnualFigures of(ReportContext context) {
    AnnualFigures figures = new AnnualFigures();
    context
        .source()
        .rows("marts.loss_measure", context.ofUnits(), "admin_code")
        .forEach(row -> figures.measures.put(new Key(place(row), row.getAs("measure")), row));
    context
        .source()
        .rows("marts.loss_by_unit_year", context.ofUnits(), "admin_code")
        .forEach(row -> figures.sums.put(new Key(place(row), row.getAs("basis")), row));
    return figures;
  }

  private static Place place(Row row) {
    return new Place(row.getAs("admin_code"), row.<Integer>getAs("year"), row.getAs("hazard_kind"));
  }

  @Override
  public Figure figure(Place place, String field) {
    Row measure = measures.get(new Key(place, field));
    if (measure != null) {
      return state(measure);
    }
    return basis(place).map(basis -> on(basis, place, field)).orElse(Figure.NOT_REPORTED);
  }

  private static Figure state(Row measure) {
    Double value = measure.getAs("value");
    if (value != null) {
      return Figure.of(value);
    }
    return measure.getAs("state").equals("not_applicable")
        ? Figure.NOT_APPLICABLE
        : Figure.NOT_REPORTED;
  }

  /** A loss column on one basis. */
  Figure on(String basis, Place place, String field) {
    Row row = sums.get(new Key(place, basis));
    if (row == null) {
      return Figure.NOT_REPORTED;
    }
    Number value = row.<Number>getAs(field);
    if (value != null) {
      return Figure.of(value.doubleValue());
    }
    return listed(row, "not_applicable", field) ? Figure.NOT_APPLICABLE : Figure.NOT_REPORTED;
  }

  /** Whether a column of figure names, joined by commas, holds this one. */
  static boolean listed(Row row, String list, String field) {
    String names = row.getAs(list);
    return names != null && Arrays.asList(names.split(",")).contains(field);
  }

  @Override
  public boolean partly(Place place, String field) {
    return basis(place)
        .map(basis -> sums.get(new Key(place, basis)))
        .filter(row -> listed(row, "partly_reported", field))
        .isPresent();
  }

  @Override
  public Optional<String> basis(Place place) {
    return findMeasure(place, LOSS).flatMap(row -> Optional.ofNullable(row.getAs("basis")));
  }

  /** The row of {@code marts.loss_measure}. */
  Optional<Row> findMeasure(Place place, String field) {
    return Optional.ofNullable(measures.get(new Key(place, field)));
  }

  /** The direct loss in prices of the census year. */
  @Nullable Double real(Place place) {
    return findMeasure(place, LOSS).map(row -> row.<Double>getAs("value_real")).orElse(null);
  }

  @Override
  public boolean has(Place place) {
    return measures.containsKey(new Key(place, LOSS));
  }

  /** Years that a unit has figures of. */
  List<Integer> years(String unit) {
    SortedSet<Integer> years = new TreeSet<>();
    measures.keySet().stream()
        .map(Key::place)
        .filter(place -> place.unit().equals(unit))
        .forEach(place -> years.add(place.year()));
    return new ArrayList<>(years);
  }
}
