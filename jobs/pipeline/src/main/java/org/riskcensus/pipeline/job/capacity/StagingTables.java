package org.riskcensus.pipeline.job.capacity;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the transforms find staging tables, by name without the namespace. */
@FunctionalInterface
interface StagingTables {
  Dataset<Row> table(String name);
}
