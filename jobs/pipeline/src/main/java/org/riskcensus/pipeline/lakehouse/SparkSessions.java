package org.riskcensus.pipeline.lakehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.spark.sql.SparkSession;

/**
 * Starts the Spark session every command works in: the lake as default catalog, UTC, ANSI SQL. A
 * master and resources given by {@code spark-submit} are kept; without one all local cores are
 * used.
 */
public final class SparkSessions {

  /** Name of the Iceberg catalog, the default one: tables need no prefix. */
  public static final String CATALOG = "lake";

  private static final String LOCAL_SHUFFLE_PARTITIONS = "4";

  private SparkSessions() {}

  /** Opens (or gets) the session over the lake of {@code config}. */
  public static SparkSession open(LakeConfig config) {
    try {
      Files.createDirectories(config.directory());
    } catch (IOException e) {
      throw new UncheckedIOException("the lake directory cannot be made: " + e.getMessage(), e);
    }
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("census")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            // else tasks ask the driver for each class that generated code does not find
            .config("spark.sql.artifact.isolation.enabled", "false")
            // the JVM compiles no method beyond this size: code of many columns would be
            // interpreted
            .config("spark.sql.codegen.hugeMethodLimit", "8000")
            // a run makes some hundred classes, which its counties and years share
            .config("spark.sql.codegen.cache.maxEntries", "1000")
            .config("spark.sql.defaultCatalog", CATALOG)
            .config(
                "spark.sql.extensions",
                "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
            .config("spark.sql.catalog." + CATALOG, "org.apache.iceberg.spark.SparkCatalog")
            .config(
                "spark.sql.warehouse.dir",
                "file:" + config.directory().toAbsolutePath().resolve("spark"));
    config
        .properties()
        .forEach((key, value) -> builder.config("spark.sql.catalog." + CATALOG + "." + key, value));
    if (System.getProperty("spark.master") == null) {
      builder
          .master("local[*]")
          .config("spark.sql.shuffle.partitions", LOCAL_SHUFFLE_PARTITIONS)
          .config("spark.driver.host", "localhost")
          .config("spark.driver.bindAddress", "127.0.0.1");
    }
    return builder.getOrCreate();
  }
}
