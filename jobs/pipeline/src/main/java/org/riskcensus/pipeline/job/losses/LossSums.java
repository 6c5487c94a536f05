package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.StructField;
import org.riskcensus.core.loss.LossField;
import org.riskcensus.core.loss.LossMeasure;

/**
 * Sums of losses over reports, for each unit and those above it. A sum passes over what is not
 * reported and is itself null only when nothing was reported; which it was — not reported at all,
 * by some, or not applicable to the kind — stands beside the sums. Amounts are added as decimals of
 * six places, so that the order of the rows changes nothing.
 */
final class LossSums {
  /** The kind that stands for all kinds together. */
  static final String ALL_KINDS = "all";

  private static final String DECIMAL = "decimal(28,6)";
  private static final String REPORTED = "_reported";
  private static final String MISSING = "_missing";

  private final LossStatisticsMethod method;

  LossSums(LossStatisticsMethod method) {
    this.method = method;
  }

  /** The same with each row once more for {@link #ALL_KINDS}. */
  static Dataset<Row> withAllKinds(Dataset<Row> reports) {
    return reports
        .withColumn("filed_kind", col("hazard_kind"))
        .withColumn("hazard_kind", explode(array(col("hazard_kind"), lit(ALL_KINDS))));
  }

  /**
   * Sums by unit and {@code grain}, with reports, units_reporting, not_reported, partly_reported
   * and not_applicable.
   *
   * @param reports of {@link Units#withAbove}, with filed_kind and loss fields
   * @param grain further columns to group by
   * @param more further aggregates
   */
  Dataset<Row> by(Dataset<Row> reports, List<String> grain, Column... more) {
    List<String> fields =
        Arrays.stream(reports.schema().fields())
            .map(StructField::name)
            .filter(LossSums::isLoss)
            .toList();
    List<Column> aggregates = new ArrayList<>(List.of(more));
    aggregates.add(count_distinct(col("filed_unit")).as("units_reporting"));
    for (String field : fields) {
      boolean whole = reports.schema().apply(field).dataType() instanceof IntegralType;
      aggregates.add((whole ? sum(field) : exact(field)).as(field));
      aggregates.add(count(col(field)).as(field + REPORTED));
      aggregates.add(count_if(col(field).isNull().and(applicable(field))).as(field + MISSING));
    }
    List<String> key = new ArrayList<>(List.of("admin_code", "unit_level"));
    key.addAll(grain);
    Dataset<Row> sums =
        reports
            .groupBy(key.stream().map(name -> col(name)).toArray(Column[]::new))
            .agg(count(lit(1)).as("reports"), aggregates.toArray(Column[]::new));
    return withStates(sums, fields);
  }

  private static boolean isLoss(String column) {
    return LossField.find(column).filter(f -> f.measure() != LossMeasure.LISTED).isPresent();
  }

  private Column applicable(String field) {
    List<String> kinds = method.notApplicable().getOrDefault(field, List.of());
    return kinds.isEmpty() ? lit(true) : col("filed_kind").isin(kinds.toArray()).unary_$bang();
  }

  private static Dataset<Row> withStates(Dataset<Row> sums, List<String> fields) {
    List<Column> absent = new ArrayList<>();
    List<Column> partly = new ArrayList<>();
    List<Column> senseless = new ArrayList<>();
    List<String> spent = new ArrayList<>();
    for (String field : fields) {
      Column none = col(field + REPORTED).equalTo(0);
      Column missing = col(field + MISSING).gt(0);
      absent.add(when(none.and(missing), field));
      partly.add(when(none.unary_$bang().and(missing), field));
      senseless.add(when(none.and(missing.unary_$bang()), field));
      spent.add(field + REPORTED);
      spent.add(field + MISSING);
    }
    return sums.withColumn("not_reported", joined(absent))
        .withColumn("partly_reported", joined(partly))
        .withColumn("not_applicable", joined(senseless))
        .drop(spent.toArray(String[]::new));
  }

  private static Column joined(List<Column> names) {
    return nullif(concat_ws(",", names.toArray(Column[]::new)), lit(""));
  }

  /** The sum of a numeric column, null where every value is. */
  static Column exact(String field) {
    return sum(col(field).cast(DECIMAL)).cast(DataTypes.DoubleType);
  }

  /** The sum of a numeric column, null where any value is. */
  static Column exactWhole(String field) {
    return when(count(col(field)).equalTo(count(lit(1))), exact(field));
  }
}
