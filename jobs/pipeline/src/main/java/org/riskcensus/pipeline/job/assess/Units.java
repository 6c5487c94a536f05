package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Administrative units. Exposure is allocated to the finest units that a county has filed:
 * villages, townships that it has filed no villages of, else the county itself. Coarser units are
 * sums of these.
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

  /** The units that no other lies in. */
  static Dataset<Row> finest(Dataset<Row> adminUnits) {
    Column code = col("admin_code");
    Dataset<Row> above =
        rollUp(adminUnits.select(code, code.as("unit")))
            .where(col("unit").notEqual(code))
            .select(col("unit").as("admin_code"))
            .distinct();
    return adminUnits.join(above, scala(List.of("admin_code")), "left_anti");
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
