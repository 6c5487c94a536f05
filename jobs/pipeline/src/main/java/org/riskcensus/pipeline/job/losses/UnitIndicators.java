package org.riskcensus.pipeline.job.losses;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.loss.YearRatio;
import org.riskcensus.core.statistics.RatioIndicator;

/**
 * The indicators given as data, evaluated on the yearly figures of a unit; for those that ask for
 * it also the mean of the yearly ratios and the ratio of the sums over the last years.
 */
record UnitIndicators(List<IndicatorDefinition> definitions, int censusYear)
    implements Serializable {
  private static final String CAPACITY = "capacity";

  /**
   * Rows of {@link IndicatorRow#SCHEMA}.
   *
   * @param facts admin_code, unit_level, and {@code years}: structs of year, basis and figures
   */
  Dataset<Row> of(Dataset<Row> facts) {
    FlatMapFunction<Row, Row> indicators = row -> rows(row).iterator();
    return facts.flatMap(indicators, Encoders.row(IndicatorRow.SCHEMA));
  }

  private List<Row> rows(Row unit) {
    TreeMap<Integer, Row> years = new TreeMap<>();
    unit.<Row>getList(unit.fieldIndex("years")).forEach(y -> years.put(y.getAs("year"), y));
    List<Row> rows = new ArrayList<>();
    for (IndicatorDefinition definition : definitions) {
      for (Row year : years.values()) {
        int y = year.<Integer>getAs("year");
        if (y == censusYear || !definition.topic().equals(CAPACITY)) {
          rows.add(ofYear(unit, year, definition));
        }
      }
      if (definition.meanYears() > 0 && years.containsKey(censusYear)) {
        rows.addAll(means(unit, years, definition));
      }
    }
    return rows;
  }

  private Row ofYear(Row unit, Row year, IndicatorDefinition definition) {
    RatioIndicator.Value value = definition.ratio().evaluate(figures(year));
    int y = year.<Integer>getAs("year");
    RatioIndicator.Cause cause = value.cause();
    return row(unit, definition, "", "")
        .period(y, y)
        .set("value", value.value())
        .set("n", value.value() == null ? 0 : 1)
        .set("numerator", value.numerator())
        .set("denominator", value.divisor())
        .set("basis", year.getAs("basis"))
        .set("status", value.status().name().toLowerCase(Locale.ROOT))
        .set("reason", definition.ratio().reason(value))
        .set("reason_code", cause == null ? null : cause.name().toLowerCase(Locale.ROOT))
        .set("lacking", lacking(value.lacking()))
        .row();
  }

  private List<Row> means(Row unit, TreeMap<Integer, Row> years, IndicatorDefinition definition) {
    int first = censusYear - definition.meanYears() + 1;
    List<YearRatio> ratios = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (int y = first; y <= censusYear; y++) {
      Row year = years.get(y);
      RatioIndicator.Value value = year == null ? null : definition.ratio().evaluate(figures(year));
      if (value == null || value.status() != RatioIndicator.Status.COMPUTED) {
        gaps.add(Integer.toString(y));
      } else {
        ratios.add(new YearRatio(y, given(value.numerator()), given(value.divisor())));
      }
    }
    IndicatorRow mean = row(unit, definition, "_mean", "（年均）").period(first, censusYear);
    IndicatorRow sums = row(unit, definition, "_of_sums", "（总量比）").period(first, censusYear);
    double base = definition.ratio().base();
    for (IndicatorRow row : List.of(mean, sums)) {
      row.set("n", ratios.size());
      row.set("numerator", ratios.stream().mapToDouble(YearRatio::part).sum());
      row.set("denominator", ratios.stream().mapToDouble(YearRatio::whole).sum());
    }
    if (!gaps.isEmpty()) {
      String reason = "not reported in " + String.join(", ", gaps);
      return Stream.of(mean, sums)
          .map(row -> row.notComputable(reason, "years_not_reported"))
          .map(row -> row.set("lacking", lacking(gaps)).row())
          .toList();
    }
    return List.of(
        mean.computed(YearRatio.meanOfRatios(ratios, base), "mean of the yearly ratios").row(),
        sums.computed(
                YearRatio.ratioOfSums(ratios, base), "sum of the losses over sum of the bases")
            .row());
  }

  private static @Nullable String lacking(List<String> names) {
    return names.isEmpty() ? null : String.join(",", names);
  }

  private static double given(@Nullable Double number) {
    return Objects.requireNonNull(number);
  }

  private IndicatorRow row(
      Row unit, IndicatorDefinition definition, String suffix, String nameSuffix) {
    RatioIndicator ratio = definition.ratio();
    String columns = String.join(" + ", new java.util.TreeSet<>(ratio.terms().keySet()));
    String inputs = ratio.denominator().isEmpty() ? columns : columns + " / " + ratio.denominator();
    return IndicatorRow.of(unit)
        .set("topic", definition.topic())
        .set("indicator", definition.id() + suffix)
        .set("indicator_name", definition.name() + nameSuffix)
        .set("hazard_kind", LossSums.ALL_KINDS)
        .set("unit", definition.unit())
        .set("left_out", ratio.leftOut().isEmpty() ? null : ratio.leftOut())
        .set("formula", definition.formula())
        .set("inputs", inputs.isEmpty() ? "none" : inputs)
        .set("evidence", definition.evidence());
  }

  private static Map<String, @Nullable Number> figures(Row year) {
    Map<String, @Nullable Number> figures = new HashMap<>();
    StructType schema = year.schema();
    for (String column : schema.fieldNames()) {
      Object value = year.getAs(column);
      if (value instanceof Number number) {
        figures.put(column, number);
      }
    }
    return figures;
  }
}
