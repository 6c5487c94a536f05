package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Holds each row against the administrative unit it claims, as {@link UnitCheck} does. */
final class UnitTransform {

  private static final long SENT_BYTES = 64L << 20;

  private UnitTransform() {}

  /**
   * Adds the findings of the unit checks.
   *
   * @param rows conformed rows without administrative units
   * @param units {@code admin_code} (unique) and {@code plane}, the unit's polygon in the plane
   */
  static Dataset<Row> apply(Dataset<Row> rows, Dataset<Row> units, RowRules rules) {
    Dataset<Row> keyed =
        units.select(col("admin_code").as("unit_code"), col("plane").as("unit_plane"));
    // a function of the columns concerned: the many others of a row are not unpacked for it
    Column judged =
        udf(new UnitCheck(rules), UnitCheck.TYPE)
            .apply(col("admin_code"), col("unit_code"), col("unit_plane"), col("plane"));
    return rows.join(sent(keyed), col("admin_code").equalTo(col("unit_code")), "left")
        .withColumn("judged", judged)
        .withColumn("findings", concat(col("findings"), col("judged.findings")))
        .withColumn("unit_fit", col("judged.unit_fit"))
        .drop("unit_code", "unit_plane", "judged");
  }

  /**
   * Units that are small together are sent to every task: the many rows then stay where they are.
   */
  private static Dataset<Row> sent(Dataset<Row> units) {
    Row bytes = units.agg(sum(length(col("unit_plane")))).head();
    return !bytes.isNullAt(0) && bytes.getLong(0) > SENT_BYTES ? units : broadcast(units);
  }
}
