package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Losses by unit, kind and the month events started in, from the reports that count. */
final class LossByKindMonthTransform {
  private LossByKindMonthTransform() {}

  /** Computes the mart. */
  static Dataset<Row> apply(LossInputs inputs) {
    Dataset<Row> reports = Units.withAbove(EventReports.latest(inputs.events()));
    return new LossSums(inputs.method())
        .by(
            LossSums.withAllKinds(reports),
            List.of("year", "month", "hazard_kind"),
            count_distinct(col("event_id")).as("events"));
  }
}
