package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * Headline figures one a row: both bases reconciled, the published value (the final annual figure,
 * else the event sum) against the year before and the mean of the five years before, and its state.
 */
final class LossMeasureTransform {
  private static final String MONEY = "direct_loss_wan";
  private static final List<String> UNIT =
      List.of("admin_code", "unit_level", "year", "hazard_kind");

  private final TableContract contract;
  private final LossStatisticsMethod method;

  /**
   * Makes the transform.
   *
   * @param contract of marts.loss_by_unit_year, for names and units
   */
  LossMeasureTransform(TableContract contract, LossStatisticsMethod method) {
    this.contract = contract;
    this.method = method;
  }

  /** Computes the mart from {@code marts.loss_by_unit_year}. */
  Dataset<Row> apply(Dataset<Row> losses) {
    List<Column> measures = new ArrayList<>();
    List<Column> bases = new ArrayList<>();
    List<Column> values = new ArrayList<>();
    for (String field : method.headline()) {
      values.add(coalesce(col(field + "_annual"), col(field + "_event")).cast("double"));
      measures.add(measure(contract.get(field), measures.size()));
      bases.add(of("event_sum", field).as(field + "_event"));
      bases.add(of("annual_final", field).as(field + "_annual"));
    }
    bases.add(of("annual_final", "direct_loss_real_wan").as("real_annual"));
    bases.add(of("event_sum", "direct_loss_real_wan").as("real_event"));
    bases.add(of("annual_final", "not_applicable").as("na_annual"));
    bases.add(of("event_sum", "not_applicable").as("na_event"));
    bases.add(max("price_year").as("base_year"));
    Dataset<Row> pairs =
        losses
            .groupBy(UNIT.stream().map(name -> col(name)).toArray(Column[]::new))
            .agg(bases.get(0), bases.subList(1, bases.size()).toArray(Column[]::new));
    Dataset<Row> series =
        YearsBefore.beside(pairs.withColumn("values", array(values.toArray(Column[]::new))));
    return YearsBefore.compared(
        published(series.withColumn("m", explode(array(measures.toArray(Column[]::new))))));
  }

  private static Column of(String basis, String field) {
    return max(when(col("basis").equalTo(basis), col(field)));
  }

  private static Column measure(ColumnContract column, int place) {
    String name = column.name();
    return struct(
        lit(place).as("place"),
        lit(name).as("measure"),
        lit(column.label()).as("measure_name"),
        lit(column.unit()).as("unit"),
        col(name + "_event").cast("double").as("event_sum"),
        col(name + "_annual").cast("double").as("annual_final"));
  }

  private Dataset<Row> published(Dataset<Row> pairs) {
    Column event = col("event_sum");
    Column annual = col("annual_final");
    Column money = col("measure").equalTo(MONEY);
    Column unable =
        array_contains(split(coalesce(col("na_annual"), col("na_event")), ","), col("measure"));
    return pairs
        .select(
            col("admin_code"),
            col("unit_level"),
            col("year"),
            col("hazard_kind"),
            col("m.*"),
            col("before.*"),
            col("real_annual"),
            col("real_event"),
            col("na_annual"),
            col("na_event"),
            col("base_year"))
        .withColumn("value", coalesce(annual, event))
        .withColumn(
            "basis", when(annual.isNotNull(), "annual_final").when(event.isNotNull(), "event_sum"))
        .withColumn(
            "state",
            when(col("value").equalTo(0), "reported_zero")
                .when(col("value").isNotNull(), "reported")
                .when(unable, "not_applicable")
                .otherwise("not_reported"))
        .withColumn("difference", annual.minus(event))
        .withColumn(
            "difference_pct",
            when(event.notEqual(0), annual.minus(event).divide(event).multiply(100)))
        .withColumn("reconciliation", reconciliation(event, annual))
        .withColumn(
            "value_real",
            when(money, when(annual.isNotNull(), col("real_annual")).otherwise(col("real_event"))))
        .withColumn("price_year", when(money, col("base_year")));
  }

  private Column reconciliation(Column event, Column annual) {
    return when(event.isNull().and(annual.isNull()), "none")
        .when(annual.isNull(), "event_only")
        .when(event.isNull(), "annual_only")
        .when(abs(annual.minus(event)).leq(method.agreement()), "agrees")
        .otherwise("differs");
  }
}
