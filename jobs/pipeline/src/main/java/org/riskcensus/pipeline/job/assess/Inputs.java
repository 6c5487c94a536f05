package org.riskcensus.pipeline.job.assess;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the transforms find staging tables: rows of the census year and counties assessed. */
@FunctionalInterface
interface Inputs {

  /** The rows of {@code staging.<table>}. */
  Dataset<Row> staging(String table);
}
