package org.riskcensus.pipeline.job.assess;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.StagedRows;
import org.riskcensus.pipeline.contract.Contracts;

/** Staging tables in memory as an assessment reads them. */
final class StagingTables extends StagedRows implements Inputs {

  private final SparkSession spark;
  private final Contracts contracts;

  StagingTables(SparkSession spark) {
    this(spark, Contracts.load());
  }

  StagingTables(SparkSession spark, Contracts contracts) {
    super(spark, contracts);
    this.spark = spark;
    this.contracts = contracts;
  }

  /** The same tables with their rows in another order. */
  StagingTables shuffled(long seed) {
    StagingTables shuffled = new StagingTables(spark, contracts);
    shuffled.addShuffled(this, seed);
    return shuffled;
  }

  @Override
  public Dataset<Row> staging(String table) {
    return table(table);
  }
}
