package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.loss.LossField;
import org.riskcensus.core.loss.LossMeasure;

/**
 * Sums of losses over reports, for each unit and those above it. A sum passes over what is not
 * reported and is itself null only when nothing was reported; which it was — not reported at all,
 * by some, or not applicable to the kind — stands beside the sums. Amounts are added as decimals of
 * six places, so that the order of the rows changes nothing. On the way from staging to the mart
 * the loss fields are one column.
 */
final class LossSums {
  /** The kind that stands for all kinds together. */
  static final String ALL_KINDS = "all";

  /** The losses of a report in one column, in the order of the fields. */
  static final String FIGURES = "figures";

  /** The sums in one column, see {@link #of}. */
  private static final String SUMS = "sums";

  /** Losses that stay columns of their own too. */
  private static final Set<String> APART = Set.of("direct_loss_wan", "relocated");

  private static final String DECIMAL = "decimal(28,6)";

  private final List<StructField> fields;
  private final TotalsOfReports totals;

  /**
   * Sums the loss fields of a table.
   *
   * @param filed schema of the table; a field that it lacks is in no result
   */
  LossSums(StructType filed, LossStatisticsMethod method) {
    fields = Arrays.stream(filed.fields()).filter(field -> isLoss(field.name())).toList();
    totals = new TotalsOfReports(fields, method.notApplicable());
  }

  private static boolean isLoss(String column) {
    return LossField.find(column).filter(f -> f.measure() != LossMeasure.LISTED).isPresent();
  }

  /** Rows of the table with their losses in one column, and {@link #APART} beside it. */
  Dataset<Row> packed(Dataset<Row> filed) {
    Column[] figures =
        fields.stream()
            .map(field -> col(field.name()).cast(DataTypes.DoubleType))
            .toArray(Column[]::new);
    String[] packed =
        fields.stream()
            .map(StructField::name)
            .filter(name -> !APART.contains(name))
            .toArray(String[]::new);
    return filed.withColumn(FIGURES, array(figures)).drop(packed);
  }

  /** The same with each row once more for {@link #ALL_KINDS}. */
  static Dataset<Row> withAllKinds(Dataset<Row> reports) {
    return reports
        .withColumn("filed_kind", col("hazard_kind"))
        .withColumn("hazard_kind", explode(array(col("hazard_kind"), lit(ALL_KINDS))));
  }

  /**
   * Sums by unit and {@code grain}, in one column until {@link #spread}.
   *
   * @param reports of {@link #packed} and {@link Units#withAbove}, with filed_kind
   * @param grain further columns to group by
   * @param more further aggregates
   */
  Dataset<Row> by(Dataset<Row> reports, List<String> grain, Column... more) {
    Column[] key =
        Stream.concat(Stream.of("admin_code", "unit_level"), grain.stream())
            .map(name -> col(name))
            .toArray(Column[]::new);
    Column sums =
        udaf(totals, Encoders.row(TotalsOfReports.REPORT))
            .apply(col("filed_unit"), col("filed_kind"), col(FIGURES));
    return reports.groupBy(key).agg(sums.as(SUMS), more);
  }

  /** A column of the sums that are still in one. */
  static Column of(String column) {
    return col(SUMS + "." + column);
  }

  /**
   * Sums with columns of their own: reports, units_reporting, the loss fields, not_reported,
   * partly_reported and not_applicable.
   */
  static Dataset<Row> spread(Dataset<Row> sums) {
    List<Column> columns = new ArrayList<>();
    for (String name : sums.columns()) {
      columns.add(name.equals(SUMS) ? col(SUMS + ".*") : col(name));
    }
    return sums.select(columns.toArray(Column[]::new));
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
