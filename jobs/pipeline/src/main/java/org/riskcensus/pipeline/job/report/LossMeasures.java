package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The loss figures of a unit and the units below, by year, kind and basis. What is published of a
 * year is its final annual figure 年报核定, else the sum over events 灾害过程合计.
 */
final class LossMeasures {

  static final String ANNUAL = "annual_final";
  static final String EVENTS = "event_sum";
  static final String ALL = "all";
  private static final int MEAN_YEARS = 5;

  private record Key(String unit, int year, String kind, String basis) {}

  private final Map<Key, Row> rows = new HashMap<>();

  static LossMeasures of(ReportContext context) {
    LossMeasures measures = new LossMeasures();
    String prefix = context.unit().prefix();
    context
        .source()
        .rows("marts.loss_by_unit_year", col("admin_code").startsWith(prefix), "admin_code")
        .forEach(measures::add);
    return measures;
  }

  private void add(Row row) {
    int year = row.<Integer>getAs("year");
    rows.put(
        new Key(row.getAs("admin_code"), year, row.getAs("hazard_kind"), row.getAs("basis")), row);
  }

  /** The basis that a unit's figures of a year are published on; null where nothing was filed. */
  @Nullable String basis(String unit, int year) {
    if (rows.containsKey(new Key(unit, year, ALL, ANNUAL))) {
      return ANNUAL;
    }
    return rows.containsKey(new Key(unit, year, ALL, EVENTS)) ? EVENTS : null;
  }

  /** A figure on one basis; null where it was not reported. */
  @Nullable Double on(@Nullable String basis, Place place, String field) {
    if (basis == null) {
      return null;
    }
    Row row = rows.get(new Key(place.unit(), place.year(), place.kind(), basis));
    Number value = row == null ? null : row.<Number>getAs(field);
    return value == null ? null : value.doubleValue();
  }

  /** A published figure; null where it was not reported. */
  @Nullable Double value(Place place, String field) {
    return on(basis(place.unit(), place.year()), place, field);
  }

  /** Mean over those of the five years before that were reported. */
  Mean mean(Place place, String field) {
    List<Double> values =
        IntStream.rangeClosed(place.year() - MEAN_YEARS, place.year() - 1)
            .mapToObj(year -> value(place.in(year), field))
            .filter(Objects::nonNull)
            .toList();
    double sum = values.stream().mapToDouble(Double::doubleValue).sum();
    return new Mean(values.isEmpty() ? null : sum / values.size(), values.size());
  }

  /** Units of this level that have figures of a year. */
  SortedSet<String> units(String level, int year) {
    SortedSet<String> units = new TreeSet<>();
    rows.forEach(
        (key, row) -> {
          if (key.year() == year && row.getAs("unit_level").equals(level)) {
            units.add(key.unit());
          }
        });
    return units;
  }

  /** Years that a unit has figures of. */
  List<Integer> years(String unit) {
    SortedSet<Integer> years = new TreeSet<>();
    rows.keySet().stream().filter(key -> key.unit().equals(unit)).forEach(k -> years.add(k.year()));
    return new ArrayList<>(years);
  }

  /** Whether a unit has any figure of a kind from one year to another. */
  boolean has(String unit, String kind, int from, int to) {
    return rows.keySet().stream()
        .anyMatch(
            key ->
                key.unit().equals(unit)
                    && key.kind().equals(kind)
                    && key.year() >= from
                    && key.year() <= to);
  }

  /** Unit, year and kind of a figure. */
  record Place(String unit, int year, String kind) {

    Place in(int otherYear) {
      return new Place(unit, otherYear, kind);
    }

    Place of(String otherKind) {
      return new Place(unit, year, otherKind);
    }
  }

  /** A mean and the number of years it rests on. */
  record Mean(@Nullable Double value, int years) {}
}
