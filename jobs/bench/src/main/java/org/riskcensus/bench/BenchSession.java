package org.riskcensus.bench;

import org.apache.spark.sql.SparkSession;

/** The session of a measurement: two cores, as every system gets. */
final class BenchSession {

  /** Parquet files of a layer, at most. */
  static final int FILES = 4;

  private BenchSession() {}

  static SparkSession open() {
    SparkSession spark =
        SparkSession.builder()
            .appName("census bench")
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    return spark;
  }
}
