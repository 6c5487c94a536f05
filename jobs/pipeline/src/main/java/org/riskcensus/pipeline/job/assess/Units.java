package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Names of administrative units beside their figures. */
final class Units {

  private Units() {}

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
