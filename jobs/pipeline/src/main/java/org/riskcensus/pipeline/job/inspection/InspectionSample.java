package org.riskcensus.pipeline.job.inspection;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.lakehouse.Fingerprint;

/**
 * A sample as it is recorded.
 *
 * @param id fingerprint of everything below
 * @param year census year
 * @param unit 12-digit code
 * @param seed of the draw
 * @param share of objects
 * @param method version of the method
 * @param snapshots what it was drawn from
 * @param items in order
 */
record InspectionSample(
    String id,
    int year,
    String unit,
    long seed,
    double share,
    String method,
    String snapshots,
    List<InspectionItem> items) {

  static final String TABLE = "ops.inspection_item";

  /** A sample that was drawn; equal objects give the equal id, whichever snapshot they are in. */
  static InspectionSample drawn(
      InspectionRequest request, String method, String snapshots, List<InspectionItem> items) {
    Fingerprint all = new Fingerprint().add(request).add(method);
    items.forEach(item -> all.add(item.number()).add(item.row()));
    return new InspectionSample(
        all.shortHex(),
        request.year(),
        request.unit(),
        request.seed(),
        request.size().share(),
        method,
        snapshots,
        items);
  }

  /** A sample from its rows of {@value #TABLE}, at least one; they are bounded by one sheet. */
  static InspectionSample of(List<Row> rows) {
    Row any = rows.get(0);
    return new InspectionSample(
        any.getAs("sample_id"),
        any.<Integer>getAs("census_year"),
        any.getAs("unit_code"),
        any.<Long>getAs("seed"),
        any.<Double>getAs("share"),
        any.getAs("method_version"),
        any.getAs("input_snapshots"),
        rows.stream().map(InspectionItem::of).toList());
  }

  /** The rows of {@value #TABLE}. */
  Dataset<Row> rows(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    items.forEach(item -> rows.add(item.row()));
    return spark
        .createDataFrame(rows, InspectionItem.TYPE)
        .withColumn("sample_id", lit(id))
        .withColumn("unit_code", lit(unit))
        .withColumn("seed", lit(seed))
        .withColumn("share", lit(share))
        .withColumn("input_snapshots", lit(snapshots))
        .orderBy(col("item_number"));
  }

  /** The objects, in order. */
  Stream<DrawnObject> objects() {
    return items.stream().map(InspectionItem::object).distinct();
  }

  /** Six-digit codes of the counties. */
  List<String> counties() {
    return items.stream().map(item -> item.object().county()).distinct().sorted().toList();
  }
}
