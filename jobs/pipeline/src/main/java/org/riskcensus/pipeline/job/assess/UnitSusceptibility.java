package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.riskcensus.core.risk.CellFact.Kind;
import org.riskcensus.pipeline.spatial.UnitTree;

/**
 * Susceptibility of units, from villages up to the county: area and hazard points by class, and
 * what each class of a factor adds to the mean information value. What a cell has is spread evenly
 * over it where units share the cell.
 */
final class UnitSusceptibility {

  private UnitSusceptibility() {}

  /**
   * Area and points by class.
   *
   * @param classed rows of {@link ClassedCells#of}
   * @param facts facts of the cells
   */
  static Dataset<Row> classes(Dataset<Row> classed, Dataset<Row> facts, Dataset<Row> adminUnits) {
    Dataset<Row> areas =
        inUnits(classed.select("county_code", "cell", "class"), facts)
            .select(
                col("unit"),
                col("class").as("susceptibility_class"),
                col("quantity").as("area"),
                lit(0L).as("points"));
    Dataset<Row> points =
        classed.select(
            explode(col("points")).as("unit"),
            col("class").as("susceptibility_class"),
            lit(0.0).as("area"),
            lit(1L).as("points"));
    Dataset<Row> finest = summed(areas.union(points));
    Dataset<Row> all = summed(UnitTree.rollUp(finest)).withColumnRenamed("area", "area_m2");
    var unit = Window.partitionBy("unit");
    var whole = sum("area_m2").over(unit);
    return Units.named(
        all.withColumn(
            "area_pct",
            when(whole.gt(0), col("area_m2").divide(whole).multiply(100)).otherwise(0.0)),
        adminUnits);
  }

  private static Dataset<Row> summed(Dataset<Row> rows) {
    return rows.groupBy("unit", "susceptibility_class")
        .agg(Exact.total(col("area")).as("area"), sum("points").as("points"));
  }

  /** What classes of factors add to the mean of each unit; parameters as of {@link #classes}. */
  static Dataset<Row> factors(Dataset<Row> classed, Dataset<Row> facts, Dataset<Row> adminUnits) {
    Dataset<Row> parts =
        classed
            .where(col("value").isNotNull())
            .select(col("county_code"), col("cell"), explode(col("parts")).as("part"));
    Dataset<Row> finest =
        inUnits(parts, facts)
            .groupBy(
                col("unit"),
                col("part.factor").as("factor"),
                col("part.factor_class").as("factor_class"),
                col("part.information_value").as("information_value"))
            .agg(Exact.total(col("quantity").multiply(col("part.share"))).as("area_m2"));
    Dataset<Row> all =
        UnitTree.rollUp(finest)
            .groupBy("unit", "factor", "factor_class", "information_value")
            .agg(Exact.total(col("area_m2")).as("area_m2"));
    var whole = sum("area_m2").over(Window.partitionBy("unit", "factor"));
    return Units.named(
        all.withColumn(
                "contribution", col("area_m2").multiply(col("information_value")).divide(whole))
            .where(col("area_m2").gt(0)),
        adminUnits);
  }

  private static Dataset<Row> inUnits(Dataset<Row> cells, Dataset<Row> facts) {
    Dataset<Row> units =
        CellTables.facts(facts, Kind.UNIT_CELL)
            .select(
                col("cell"),
                col("unit"),
                substring(col("unit"), 1, 6).as("county_code"),
                col("quantity"));
    return units.join(cells, Units.scala(java.util.List.of("county_code", "cell")), "inner");
  }
}
