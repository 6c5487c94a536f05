package org.riskcensus.pipeline;

import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of the tests: local, UTC, few partitions, able to hold Iceberg catalogs.
 */
public final class LocalSpark {

  private LocalSpark() {}

  /** The session, started by whoever asks first; nobody stops it. */
  public static synchronized SparkSession session() {
    return SparkSession.builder()
        .appName("census tests")
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.artifact.isolation.enabled", "false")
        // compiling generated code takes longer than the few rows of a test
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config(
            "spark.sql.extensions",
            "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
        .getOrCreate();
  }
}
