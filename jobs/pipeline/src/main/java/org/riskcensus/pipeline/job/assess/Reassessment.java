package org.riskcensus.pipeline.job.assess;

import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.config.CellSizes;

/**
 * Risk computed again from inputs that somebody chooses, to hold releases against each other.
 * Nothing is written.
 *
 * @param unitRisk in the columns of {@code marts.unit_risk}
 * @param cellRisk in the columns of {@code marts.cell_risk}
 */
public record Reassessment(Dataset<Row> unitRisk, Dataset<Row> cellRisk) {

  /**
   * Assesses.
   *
   * @param staging the rows of a staging table by its simple name
   */
  public static Reassessment of(Function<String, Dataset<Row>> staging, AssessConfig config) {
    Map<String, Dataset<Row>> risks = new Assessment(staging::apply, config).risks();
    return new Reassessment(
        Assessment.get(risks, "marts.unit_risk"), Assessment.get(risks, "marts.cell_risk"));
  }

  /**
   * The parts of counties in the cells of their sides: {@code county_code, cell, part}, the part as
   * WKB in the analysis plane, null where it is the whole cell.
   *
   * @param adminUnits rows of {@code staging.admin_unit}
   */
  public static Dataset<Row> countyCells(Dataset<Row> adminUnits, CellSizes sizes) {
    return CellPieces.ofCounties(adminUnits, sizes)
        .selectExpr("code AS county_code", "cell", "part");
  }
}
