package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.size;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Losses by unit, kind and the month events started in, from the reports that count. */
final class LossByKindMonthTransform {
  private LossByKindMonthTransform() {}

  /** Computes the mart. */
  static Dataset<Row> apply(LossInputs inputs) {
    LossSums sums = new LossSums(inputs.events().schema(), inputs.method());
    Dataset<Row> reports = Units.withAbove(inputs.counting());
    return LossSums.spread(
        sums.by(
            LossSums.withAllKinds(reports),
            List.of("year", "month", "hazard_kind"),
            size(collect_set(col("event_id"))).cast("long").as("events")));
  }
}
