package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The reports of events 灾害过程报告 and which of them counts: for an event and unit the final report 核报,
 * else the latest follow-up 续报, else the initial report 初报. Reports of one type are ordered by
 * survey date, then by id. An event belongs to the year and month it started in. A unit's report is
 * left out where a unit below it reported the same event: the unit is then the sum of those below.
 */
final class EventReports {
  private static final int FINAL = 2;

  private EventReports() {}

  /** All reports with {@code year}, {@code month} and whether they are the {@code latest}. */
  static Dataset<Row> mark(Dataset<Row> events) {
    return mark(started(events), List.of("event_id", "admin_code"));
  }

  /** The reports that count, with their {@code year} and {@code month}. */
  static Dataset<Row> latest(Dataset<Row> events) {
    return withoutCovered(counting(mark(events)), List.of("event_id"));
  }

  /**
   * The reports that counted at each {@code stage} of reporting: 0 when initial reports were in, 1
   * after follow-ups, 2 after final ones; {@code filed} is how many its unit had filed by then.
   */
  static Dataset<Row> byStage(Dataset<Row> events) {
    Dataset<Row> staged =
        started(events).withColumn("stage", explode(sequence(col("rank"), lit(FINAL))));
    List<String> chain = List.of("event_id", "admin_code", "stage");
    Column filed = count(lit(1)).over(Window.partitionBy("event_id", "admin_code", "stage"));
    return withoutCovered(
        counting(mark(staged.withColumn("filed", filed), chain)), List.of("event_id", "stage"));
  }

  /**
   * Rows without those of units above others that have a row of the same {@code key}.
   *
   * @param rows with admin_code
   */
  static Dataset<Row> withoutCovered(Dataset<Row> rows, List<String> key) {
    List<String> of = new ArrayList<>(key);
    of.add("admin_code");
    Column[] columns = of.stream().map(name -> col(name)).toArray(Column[]::new);
    Dataset<Row> above =
        Units.withAbove(rows.select(columns))
            .where(col("filed_unit").notEqual(col("admin_code")))
            .select(columns)
            .distinct();
    return rows.join(above, Names.of(of), "left_anti");
  }

  private static Dataset<Row> started(Dataset<Row> events) {
    Column rank =
        when(col("report_type").equalTo("final"), FINAL)
            .when(col("report_type").equalTo("followup"), 1)
            .otherwise(0);
    return events
        .withColumn("rank", rank)
        .withColumn("year", year(col("start_date")))
        .withColumn("month", month(col("start_date")));
  }

  private static Dataset<Row> mark(Dataset<Row> started, List<String> chain) {
    return LatestRow.mark(
        started,
        chain,
        col("rank").desc(),
        col("survey_date").desc_nulls_last(),
        col("object_id").desc());
  }

  private static Dataset<Row> counting(Dataset<Row> marked) {
    return marked.where(col(LatestRow.LATEST)).drop(LatestRow.LATEST);
  }
}
