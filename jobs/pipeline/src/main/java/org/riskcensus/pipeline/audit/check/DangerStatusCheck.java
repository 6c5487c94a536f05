package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.riskcensus.core.hazard.DangerLoop;
import org.riskcensus.pipeline.contract.Rules;

/**
 * A hidden danger goes on from open to rectified to closed, and never back: its state against that
 * of the census year before.
 */
final class DangerStatusCheck implements AuditCheck {

  private static final String DATASET = "hidden_danger";

  private final Dataset<Row> yearBefore;

  /**
   * Compares with another year.
   *
   * @param yearBefore its rows of {@code staging.hidden_danger}
   */
  DangerStatusCheck(Dataset<Row> yearBefore) {
    this.yearBefore = yearBefore;
  }

  @Override
  public boolean concerns(JudgedRows rows, Rules rules) {
    return rows.hasAny(DATASET);
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    DangerLoop loop = new DangerLoop(rows.contracts().codeList("danger_status").codes());
    UserDefinedFunction wentBack =
        udf((UDF2<String, String, Boolean>) loop::wentBack, DataTypes.BooleanType);
    Dataset<Row> before =
        yearBefore.select(col("county_code"), col("object_id"), col("status").as("status_before"));
    Dataset<Row> back =
        rows.acceptedOf(DATASET)
            .select(Found.origin(rows.text(DATASET, "status").as("status")))
            .join(before, new String[] {"county_code", "object_id"})
            .where(wentBack.apply(col("status_before"), col("status")));
    return Found.of(
        back,
        rules.get(DangerLoop.Flaw.STATUS_BACKWARDS.code()),
        lit("status"),
        Found.phrase("state_of_danger", col("status")),
        Found.phrase("state_of_danger", col("status_before")));
  }
}
