package org.riskcensus.pipeline.job.inspection;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.riskcensus.core.inspection.SampleSize;

/**
 * A stratified random sample 分层随机抽样: of each table and county the objects whose SHA-256 of seed and
 * key is least. The draw depends on nothing but the seed and the keys: neither on the order of rows
 * nor on how they are spread; and one object more or less changes no other object's place.
 */
final class SampleTransform {

  private SampleTransform() {}

  /**
   * Draws objects.
   *
   * @param objects with dataset, county_code and object_id
   * @return those drawn, with {@code stratum_objects} and {@code stratum_drawn}
   */
  static Dataset<Row> apply(Dataset<Row> objects, long seed, SampleSize size) {
    Column lot =
        sha2(
            concat_ws(
                "\n",
                lit(Long.toString(seed)),
                col("dataset"),
                col("county_code"),
                col("object_id")),
            256);
    UDF1<Long, Long> wanted = size::of;
    return objects
        .withColumn(
            "stratum_objects", count(lit(1)).over(Window.partitionBy("dataset", "county_code")))
        .withColumn("stratum_drawn", udf(wanted, DataTypes.LongType).apply(col("stratum_objects")))
        .withColumn("lot", lot)
        .withColumn(
            "place_in_draw",
            row_number()
                .over(
                    Window.partitionBy("dataset", "county_code")
                        .orderBy(col("lot"), col("object_id"))))
        .where(col("place_in_draw").leq(col("stratum_drawn")))
        .drop("lot", "place_in_draw");
  }
}
