package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.StructField;
import org.riskcensus.core.loss.LossField;

/**
 * Sums of losses over reports. A sum passes over what is not reported and is itself null only when
 * nothing was reported. Amounts are added as decimals of six places, so that the order of the rows
 * changes nothing.
 */
final class LossSums {
  /** The kind that stands for all kinds together. */
  static final String ALL_KINDS = "all";

  private static final String DECIMAL = "decimal(28,6)";

  private LossSums() {}

  /**
   * Losses by unit, year and kind, and of all kinds together.
   *
   * @param reports rows with admin_code, year, hazard_kind and loss fields
   */
  static Dataset<Row> byKind(Dataset<Row> reports) {
    List<Column> sums = new ArrayList<>();
    for (StructField field : reports.schema().fields()) {
      if (LossField.find(field.name()).isPresent()) {
        boolean whole = field.dataType() instanceof IntegralType;
        sums.add((whole ? sum(field.name()) : exact(field.name())).as(field.name()));
      }
    }
    return reports
        .withColumn("hazard_kind", explode(array(col("hazard_kind"), lit(ALL_KINDS))))
        .groupBy("admin_code", "year", "hazard_kind")
        .agg(count(lit(1)).as("reports"), sums.toArray(Column[]::new));
  }

  /** The sum of a numeric column, null where every value is. */
  static Column exact(String field) {
    return sum(col(field).cast(DECIMAL)).cast(DataTypes.DoubleType);
  }
}
