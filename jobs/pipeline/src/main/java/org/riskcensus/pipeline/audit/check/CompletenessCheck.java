package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.config.MustReport;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.Rules;

/**
 * Units that must report and have filed nothing 漏报单位. A unit whose rows were all refused has
 * reported: what is wrong with them is said of each.
 */
final class CompletenessCheck implements AuditCheck {

  private final List<MustReport> demands;
  private final Dataset<Row> units;

  /**
   * Checks demands.
   *
   * @param units {@code admin_code, level, county_code} of the units there are
   */
  CompletenessCheck(List<MustReport> demands, Dataset<Row> units) {
    this.demands = demands;
    this.units = units;
  }

  @Override
  public Dataset<Row> find(JudgedRows rows, Rules rules) {
    Rule rule = rules.get("unit_not_reported");
    List<Dataset<Row>> found = new ArrayList<>();
    for (MustReport demand : demands) {
      Dataset<Row> filed =
          rows.all()
              .where(col("dataset").equalTo(demand.dataset()))
              .select("admin_code")
              .distinct();
      found.add(silent(rule, demand, expected(demand).join(filed, usingCode(), "left_anti")));
    }
    return found.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private Dataset<Row> expected(MustReport demand) {
    if (demand.units().isEmpty()) {
      return units.where(col("level").equalTo(demand.level())).select("admin_code", "county_code");
    }
    return units
        .sparkSession()
        .createDataset(demand.units(), Encoders.STRING())
        .select(col("value").as("admin_code"), substring(col("value"), 1, 6).as("county_code"));
  }

  private static Dataset<Row> silent(Rule rule, MustReport demand, Dataset<Row> units) {
    Dataset<Row> placed =
        units
            .withColumn("dataset", lit(demand.dataset()))
            .withColumn("row_number", lit(null).cast("long"));
    for (String column : new String[] {"source_id", "submission_id", "file", "object_id"}) {
      placed = placed.withColumn(column, lit(null).cast("string"));
    }
    return Found.of(
        placed,
        rule,
        lit("admin_code"),
        Found.value(col("admin_code")),
        Found.phrase("dataset", lit(demand.dataset())));
  }

  private static String[] usingCode() {
    return new String[] {"admin_code"};
  }
}
