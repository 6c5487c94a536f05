package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Losses of a unit in an event as they stood after the initial, the follow-up and the final
 * reports, and what each stage revised. A stage is there where a unit filed a report of its type.
 */
final class LossByEventTransform {
  private LossByEventTransform() {}

  /** Computes the mart. */
  static Dataset<Row> apply(LossInputs inputs) {
    LossSums sums = new LossSums(inputs.events().schema(), inputs.method());
    Dataset<Row> reports =
        Units.withAbove(EventReports.byStage(sums.packed(inputs.events())))
            .withColumn("filed_kind", col("hazard_kind"))
            .withColumn(
                "stage_reason", when(col("rank").equalTo(col("stage")), col("revision_reason")));
    Column reasons = array_join(array_sort(collect_set(col("stage_reason"))), "; ");
    Dataset<Row> stages =
        sums.by(
            reports,
            List.of("event_id", "stage"),
            min("event_name").as("event_name"),
            min("hazard_kind").as("hazard_kind"),
            min("start_date").as("start_date"),
            max("end_date").as("end_date"),
            sum("filed").as("filed"),
            max("relief_hours").as("relief_hours"),
            max("rank").as("rank"),
            nullif(reasons, lit("")).as("revision_reason"));
    return LossSums.spread(withChanges(stages.where(col("rank").equalTo(col("stage")))))
        .withColumn("reports", col("filed"));
  }

  private static Dataset<Row> withChanges(Dataset<Row> stages) {
    WindowSpec chain = Window.partitionBy("event_id", "admin_code").orderBy("stage");
    Column name =
        element_at(
            array(lit("initial"), lit("followup"), lit("final")), col("stage").plus(1).cast("int"));
    return stages
        .withColumn("deaths_change", change("deaths", chain))
        .withColumn("affected_change", change("affected_population", chain))
        .withColumn("direct_loss_change_wan", change("direct_loss_wan", chain))
        .withColumn("counts", lead(col("stage"), 1).over(chain).isNull())
        .withColumn("year", year(col("start_date")))
        .withColumn("stage", name);
  }

  private static Column change(String field, WindowSpec chain) {
    return LossSums.of(field).minus(lag(LossSums.of(field), 1).over(chain));
  }
}
