package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Administrative units. Exposure is allocated to the finest units that a county has filed (its
 * villages, else its townships, else the county itself); coarser units are sums of these.
 */
final class Units {

  private Units() {}

  /** Code of the township of a 12-digit code. */
  static Column township(Column code) {
    return concat(substring(code, 1, 9), lit("000"));
  }

  /** 12-digit code of the county of a code. */
  static Column county(Column code) {
    return concat(substring(code, 1, 6), lit("000000"));
  }

  /** Rows once for each unit they belong to: {@code unit} becomes itself, its township, county. */
  static Dataset<Row> rollUp(Dataset<Row> rows) {
    Column unit = col("unit");
    return rows.withColumn(
        "unit", explode(array_distinct(array(unit, township(unit), county(unit)))));
  }

  /** The finest units of each county. */
  static Dataset<Row> finest(Dataset<Row> adminUnits) {
    Column rank =
        when(col("level").equalTo("village"), 1)
            .when(col("level").equalTo("township"), 2)
            .otherwise(3);
    Dataset<Row> ranked = adminUnits.withColumn("unit_rank", rank);
    Dataset<Row> finest = ranked.groupBy("county_code").agg(min("unit_rank").as("unit_rank"));
    return ranked.join(finest, scala(List.of("county_code", "unit_rank")), "left_semi");
  }

  /** Adds name and level of {@code unit} as the columns every unit table has. */
  static Dataset<Row> named(Dataset<Row> rows, Dataset<Row> adminUnits) {
    Dataset<Row> names =
        adminUnits.select(col("admin_code"), col("name"), col("level").as("unit_level"));
    return rows.withColumnRenamed("unit", "admin_code")
        .join(names, scala(List.of("admin_code")), "inner");
  }

  /** Column names in the form that joins take. */
  static scala.collection.immutable.Seq<String> scala(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
  }
}
