package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.risk.CellFact.Kind;
import org.riskcensus.pipeline.spatial.UnitTree;

/**
 * Risk of every cell: one row for each hazard that its county has, and a comprehensive one. Where a
 * hazard does not reach the cell its risk is 0 and its level 0; such rows complete the zones and
 * the means of units but are no rows of the mart. A county without any hazard was not surveyed,
 * which is not low risk: it has no rows.
 *
 * <p>{@code chained_index} is the risk of a hazard with what disaster chains add, also where the
 * hazard itself does not reach; {@code exposure_parts} are the normalised densities, in
 * comprehensive rows only.
 */
final class CellRisk {

  static final StructType SCHEMA =
      new StructType()
          .add("county_code", StringType)
          .add("cell", LongType)
          .add("hazard", StringType)
          .add("hazard_index", DoubleType)
          .add("exposure_index", DoubleType)
          .add("vulnerability_index", DoubleType)
          .add("capacity_index", DoubleType)
          .add("risk_index", DoubleType)
          .add("risk_level", IntegerType)
          .add("zone_class", StringType)
          .add("zone_reason", StringType)
          .add("max_hazard", StringType)
          .add("chained_index", DoubleType)
          .add("exposure_parts", ArrayType.apply(DoubleType));

  private CellRisk() {}

  /**
   * Risk of all cells.
   *
   * @param cells cells with exposure, as {@link CellTables#exposure} gives them
   * @param facts facts of the cells
   * @param indices indices of townships and counties
   * @param weights weights of the hazards of each county, as {@link CountyWeights} gives them
   * @param rows the formulas
   */
  static Dataset<Row> of(
      Dataset<Row> cells,
      Dataset<Row> facts,
      Dataset<Row> indices,
      Dataset<Row> weights,
      CellRiskRows rows) {
    return inputs(cells, facts, indices.drop("indicators"), weights)
        .flatMap((FlatMapFunction<Row, Row>) rows::of, Encoders.row(SCHEMA));
  }

  /** Everything that is known of each cell, parameters as of {@link #of}: one row a cell. */
  static Dataset<Row> inputs(
      Dataset<Row> cells, Dataset<Row> facts, Dataset<Row> indices, Dataset<Row> weights) {
    return withIndices(cells, indices)
        .join(hazards(facts), Units.scala(List.of("county_code", "cell")), "left")
        .join(broadcast(weights), Units.scala(List.of("county_code")), "inner");
  }

  private static Dataset<Row> withIndices(Dataset<Row> cells, Dataset<Row> indices) {
    var unit =
        when(col("main_unit").equalTo(""), UnitTree.county(col("county_code")))
            .otherwise(UnitTree.township(col("main_unit")));
    return cells
        .withColumn("unit", unit)
        .join(broadcast(indices), Units.scala(List.of("unit")), "left");
  }

  private static Dataset<Row> hazards(Dataset<Row> facts) {
    return CellTables.facts(facts, Kind.CELL_HAZARD)
        .groupBy(col("unit").as("county_code"), col("cell"))
        .agg(
            array_sort(collect_list(struct(col("hazard"), col("index"), col("danger"))))
                .as("hazards"));
  }

  /** The rows of the mart. */
  static Dataset<Row> mart(Dataset<Row> risk) {
    return risk.where(col("risk_level").gt(0)).drop("chained_index", "exposure_parts");
  }
}
