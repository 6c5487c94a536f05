package org.riskcensus.pipeline.job.losses;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads a staging table of the run, by its name without the namespace. */
@FunctionalInterface
interface StagingTables {
  Dataset<Row> table(String name);
}
