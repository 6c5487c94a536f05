package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The reports of events 灾害过程报告 and which of them counts: for an event and unit the final report 核报,
 * else the latest follow-up 续报, else the initial report 初报. Reports of one type are ordered by
 * survey date, then by id. An event belongs to the year it started in.
 */
final class EventReports {
  private EventReports() {}

  /** All reports with their {@code year} and whether they are the {@code latest}. */
  static Dataset<Row> mark(Dataset<Row> events) {
    Column rank =
        when(col("report_type").equalTo("final"), 2)
            .when(col("report_type").equalTo("followup"), 1)
            .otherwise(0);
    return LatestRow.mark(
        events.withColumn("year", year(col("start_date"))),
        List.of("event_id", "admin_code"),
        rank.desc(),
        col("survey_date").desc_nulls_last(),
        col("object_id").desc());
  }

  /** The reports that count, with their {@code year}. */
  static Dataset<Row> latest(Dataset<Row> events) {
    return mark(events).where(col(LatestRow.LATEST)).drop(LatestRow.LATEST);
  }
}
