package org.riskcensus.pipeline.job.assess.change;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.risk.RiskKind;

/**
 * What moved the risk of a unit most: of one hazard the factor whose logarithm changed most, as the
 * risk is their product; of all hazards the one whose contribution changed most, as the risk is
 * their sum.
 */
final class Drivers {

  private static final List<String> FACTORS =
      List.of("reach", "hazard", "exposure", "vulnerability", "capacity");

  /** Change of a factor that was or became 0, above that of any other. */
  private static final double FROM_OR_TO_NOTHING = 1e9;

  private Drivers() {}

  /** {@code admin_code, hazard, driver}; the driver is null where nothing moved. */
  static Dataset<Row> of(ReleasedAssessment from, ReleasedAssessment to) {
    return ofFactors(from.read("marts.unit_risk"), to.read("marts.unit_risk"))
        .union(ofMembers(from.read("marts.unit_indicator"), to.read("marts.unit_indicator")));
  }

  private static Dataset<Row> ofFactors(Dataset<Row> from, Dataset<Row> to) {
    Column[] moves = FACTORS.stream().map(Drivers::move).toArray(Column[]::new);
    return from.as("a")
        .join(
            to.as("b"),
            col("a.admin_code")
                .equalTo(col("b.admin_code"))
                .and(col("a.hazard").equalTo(col("b.hazard"))))
        .where(col("a.hazard").notEqual(RiskKind.COMPREHENSIVE))
        .select(col("a.admin_code"), col("a.hazard"), greatest(moves).as("most"))
        .select(
            col("admin_code"),
            col("hazard"),
            when(col("most.size").gt(0), col("most.name")).as("driver"));
  }

  private static Column move(String factor) {
    Column before = acting(factor, "a");
    Column after = acting(factor, "b");
    Column size =
        when(before.gt(0).and(after.gt(0)), abs(log(after).minus(log(before))))
            .when(before.equalTo(after), 0.0)
            .otherwise(FROM_OR_TO_NOTHING);
    return struct(size.as("size"), lit(factor).as("name"));
  }

  /** The factor as it multiplies: capacity takes away. */
  private static Column acting(String factor, String release) {
    Column value = col(release + ".factor_" + factor);
    Column acting = factor.equals("capacity") ? lit(1.0).minus(value) : value;
    return coalesce(acting, lit(0.0));
  }

  private static Dataset<Row> ofMembers(Dataset<Row> from, Dataset<Row> to) {
    return members(from, -1)
        .union(members(to, 1))
        .groupBy("admin_code", "indicator")
        .agg(abs(org.apache.spark.sql.functions.sum("part")).as("size"))
        .groupBy("admin_code")
        .agg(max(struct(col("size"), col("indicator").as("name"))).as("most"))
        .select(
            col("admin_code"),
            lit(RiskKind.COMPREHENSIVE).as("hazard"),
            when(col("most.size").gt(0), col("most.name")).as("driver"));
  }

  private static Dataset<Row> members(Dataset<Row> indicators, int sign) {
    return indicators
        .where(col("component").equalTo("risk"))
        .select(
            col("admin_code"),
            col("indicator"),
            coalesce(col("contribution"), lit(0.0)).multiply(sign).as("part"));
  }
}
