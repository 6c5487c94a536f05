package org.riskcensus.pipeline.job.export;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rows of one census year as they were released: read by the year's tag where the table has it,
 * else as they are now.
 */
final class Release {

  private final SparkSession spark;
  private final int year;

  Release(SparkSession spark, int year) {
    this.spark = spark;
    this.year = year;
  }

  String tag() {
    return "census-" + year;
  }

  Dataset<Row> read(String table) {
    boolean tagged = !spark.table(table + ".refs").where(col("name").equalTo(tag())).isEmpty();
    Dataset<Row> rows =
        tagged
            ? spark.sql("SELECT * FROM " + table + " VERSION AS OF '" + tag() + "'")
            : spark.table(table);
    return rows.where(col("census_year").equalTo(year));
  }
}
