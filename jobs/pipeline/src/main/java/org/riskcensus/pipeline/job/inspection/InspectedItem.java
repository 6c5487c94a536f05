package org.riskcensus.pipeline.job.inspection;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.inspection.ItemVerdict;

/**
 * What an inspector says of an item.
 *
 * @param inspected what was seen; empty where nothing was written
 * @param remark empty where nothing was written
 */
record InspectedItem(InspectionItem item, ItemVerdict verdict, String inspected, String remark) {

  static final String TABLE = "ops.inspection_verdict";

  private static final StructType TYPE =
      StructType.fromDDL("item_number INT, verdict STRING, inspected_value STRING, remark STRING");

  /** Columns of {@value #TABLE}. */
  static Dataset<Row> rows(SparkSession spark, List<InspectedItem> items) {
    List<Row> rows = new ArrayList<>();
    for (InspectedItem item : items) {
      rows.add(
          RowFactory.create(
              item.item.number(),
              item.verdict.code(),
              item.inspected.isEmpty() ? null : item.inspected,
              item.remark.isEmpty() ? null : item.remark));
    }
    return spark.createDataFrame(rows, TYPE);
  }
}
