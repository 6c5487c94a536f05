package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The yearbook with one row a county and year: the one surveyed last, then the highest id. */
final class Yearbook {
  private Yearbook() {}

  static Dataset<Row> of(Dataset<Row> yearbook) {
    return LatestRow.of(
        yearbook,
        List.of("admin_code", "year"),
        col("survey_date").desc_nulls_last(),
        col("object_id").desc());
  }
}
