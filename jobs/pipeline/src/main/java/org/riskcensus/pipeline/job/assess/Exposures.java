package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.core.risk.GroundLength;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.spatial.PlaceCell;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/**
 * Exposed objects 承灾体. Divisible ones carry a quantity that is spread evenly over their geometry;
 * indivisible ones belong as a whole to the unit of their code and the cell of their representative
 * point.
 */
final class Exposures {

  private static final UserDefinedFunction GROUND_LENGTH =
      udf((UDF1<byte[], Double>) wkb -> GroundLength.metres(Wkb.read(wkb)), DataTypes.DoubleType);
  private static final UserDefinedFunction PLANE_AREA =
      udf((UDF1<byte[], Double>) wkb -> PlaneProjection.read(wkb).getArea(), DataTypes.DoubleType);

  private Exposures() {}

  /**
   * Divisible objects: {@code exposure, origin, object_id, quantity, geometry}. A row of population
   * or GDP without geometry takes the polygon of its unit; where that is missing too, its geometry
   * stays null and the account shows the quantity as outside.
   */
  static Dataset<Row> divisible(Inputs inputs) {
    Dataset<Row> polygons =
        inputs.staging("admin_unit").select(col("admin_code"), col("geometry").as("unit_geometry"));
    return ofUnit(inputs.staging("population"), Exposure.POPULATION, "population", polygons)
        .union(ofUnit(inputs.staging("gdp"), Exposure.GDP, "gdp_wan", polygons))
        .union(shaped(inputs.staging("road"), Exposure.ROAD, GROUND_LENGTH.apply(col("geometry"))))
        .union(
            shaped(
                inputs.staging("farmland"), Exposure.FARMLAND, PLANE_AREA.apply(col("geometry"))));
  }

  private static Dataset<Row> ofUnit(
      Dataset<Row> rows, Exposure exposure, String quantity, Dataset<Row> polygons) {
    Dataset<Row> placed = shaped(rows.where(col("geometry").isNotNull()), exposure, col(quantity));
    Dataset<Row> ofUnit =
        rows.where(col("geometry").isNull())
            .drop("geometry")
            .join(polygons, Units.scala(java.util.List.of("admin_code")), "left")
            .withColumnRenamed("unit_geometry", "geometry");
    return placed.union(shaped(ofUnit, exposure, col(quantity)));
  }

  private static Dataset<Row> shaped(Dataset<Row> rows, Exposure exposure, Column quantity) {
    return rows.select(
        lit(exposure.code()).as("exposure"),
        col("county_code").as("origin"),
        col("object_id"),
        quantity.as("quantity"),
        col("geometry"));
  }

  /**
   * Indivisible objects once for each thing they count for: {@code exposure, origin, object_id,
   * unit, cell, quantity}; the object id is prefixed by its table.
   *
   * @param sizes sides of the cells
   */
  static Dataset<Row> indivisible(Inputs inputs, CellSizes sizes) {
    return counted(
            inputs.staging("building"),
            "building",
            sizes,
            of(Exposure.BUILDINGS, lit(1.0)),
            of(Exposure.FLOOR_AREA, col("floor_area_m2")),
            of(Exposure.BUILDING_VALUE, col("value_wan")))
        .union(
            counted(
                inputs.staging("facility"), "facility", sizes, of(Exposure.FACILITIES, lit(1.0))));
  }

  private static Column of(Exposure exposure, Column quantity) {
    return struct(lit(exposure.code()).as("exposure"), quantity.as("quantity"));
  }

  private static Dataset<Row> counted(
      Dataset<Row> rows, String table, CellSizes sizes, Column... quantities) {
    Column cell = coalesce(PlaceCell.of(sizes), lit(0L));
    return rows.select(
            col("county_code").as("origin"),
            concat(lit(table + ":"), col("object_id")).as("object_id"),
            col("admin_code").as("unit"),
            cell.as("cell"),
            explode(array(quantities)).as("of"))
        .select("of.exposure", "origin", "object_id", "unit", "cell", "of.quantity");
  }

  /** The shapes of indivisible objects, in the columns of {@link #divisible}. */
  static Dataset<Row> indivisibleShapes(Inputs inputs) {
    return shape(inputs.staging("building"), "building", Exposure.BUILDINGS)
        .union(shape(inputs.staging("facility"), "facility", Exposure.FACILITIES));
  }

  private static Dataset<Row> shape(Dataset<Row> rows, String table, Exposure exposure) {
    Dataset<Row> named = rows.withColumn("object_id", concat(lit(table + ":"), col("object_id")));
    return shaped(named, exposure, lit(1.0)).where(col("geometry").isNotNull());
  }
}
