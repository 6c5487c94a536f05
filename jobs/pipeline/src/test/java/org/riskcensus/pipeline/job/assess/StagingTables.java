package org.riskcensus.pipeline.job.assess;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.StagedRows;

/** Staging tables in memory as an assessment reads them. */
final class StagingTables extends StagedRows implements Inputs {

  private final SparkSession spark;

  StagingTables(SparkSession spark) {
    super(spark);
    this.spark = spark;
  }

  /** The same tables with their rows in another order. */
  StagingTables shuffled(long seed) {
    StagingTables shuffled = new StagingTables(spark);
    shuffled.addShuffled(this, seed);
    return shuffled;
  }

  @Override
  public Dataset<Row> staging(String table) {
    return table(table);
  }
}
