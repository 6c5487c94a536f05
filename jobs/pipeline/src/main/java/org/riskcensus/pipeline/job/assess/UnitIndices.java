package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.risk.CapacityMethod.Resource;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.core.risk.VulnerabilityMethod;
import org.riskcensus.pipeline.spatial.UnitTree;

/**
 * Vulnerability and capacity of townships, and of the county by its own totals. Everything the two
 * need is summed by unit first; the sums of a county are then one small group.
 */
final class UnitIndices {

  /** Columns of the result. */
  static final StructType SCHEMA =
      new StructType()
          .add("unit", StringType)
          .add("vulnerability_index", DoubleType)
          .add("capacity_index", DoubleType)
          .add("indicators", ArrayType.apply(IndicatorRow.SCHEMA));

  private UnitIndices() {}

  /** The indices; {@code quantities} as {@link UnitQuantities#of} gives them. */
  static Dataset<Row> of(Inputs inputs, AssessConfig config, Dataset<Row> quantities) {
    UnitIndexRows rows = new UnitIndexRows(config.methods());
    FlatMapGroupsFunction<String, Row, Row> indices = (county, sums) -> rows.of(county, sums);
    return sums(inputs, config, quantities)
        .groupByKey(
            (MapFunction<Row, String>) row -> row.getString(0).substring(0, 6), Encoders.STRING())
        .flatMapGroups(indices, Encoders.row(SCHEMA));
  }

  private static Dataset<Row> sums(Inputs inputs, AssessConfig config, Dataset<Row> quantities) {
    Dataset<Row> units = inputs.staging("admin_unit");
    Dataset<Row> ofTownships =
        named(inputs.staging("shelter"), Resource.SHELTER_AREA.name(), col("area_m2"))
            .union(
                named(inputs.staging("rescue_team"), Resource.TEAM_MEMBERS.name(), col("members")))
            .union(
                named(
                    inputs.staging("material_depot"),
                    Resource.DEPOT_PERSONS.name(),
                    col("stock_persons")))
            .union(named(inputs.staging("information_officer"), Resource.OFFICERS.name(), lit(1)))
            .union(named(units, UnitIndexRows.UNITS, lit(0)))
            .union(named(new UnitTree(units).finest(), UnitIndexRows.UNITS, lit(1)))
            .union(buildings(inputs.staging("building"), config))
            .union(ages(inputs.staging("population")));
    Dataset<Row> residents =
        quantities
            .where(col("hazard").equalTo(""))
            .where(col("exposure").equalTo(Exposure.POPULATION.code()))
            .where(col("unit").endsWith("000"))
            .select(
                col("unit"), lit(UnitIndexRows.PERSONS).as("name"), col("quantity").as("amount"));
    return UnitTree.rollUp(ofTownships)
        .union(residents)
        .groupBy("unit", "name")
        .agg(Exact.total(col("amount")).as("amount"));
  }

  private static Dataset<Row> buildings(Dataset<Row> buildings, AssessConfig config) {
    VulnerabilityMethod method = config.methods().vulnerability();
    int year = config.year();
    Column structure =
        udf((UDF1<String, Double>) method::structureScore, DoubleType).apply(col("structure"));
    Column age =
        udf((UDF1<Integer, Double>) built -> method.ageScore(built, year), DoubleType)
            .apply(col("built_year"));
    Column area = col("floor_area_m2");
    return named(buildings, UnitIndexRows.FLOOR_AREA, area)
        .union(named(buildings, UnitIndexRows.STRUCTURE_AREA, area.multiply(structure)))
        .union(named(buildings, UnitIndexRows.AGE_AREA, area.multiply(age)));
  }

  /** Children and the old among those residents of whom ages were filed. */
  private static Dataset<Row> ages(Dataset<Row> population) {
    Dataset<Row> known =
        population.where(col("children").isNotNull().and(col("elderly").isNotNull()));
    return named(known, UnitIndexRows.AGED_PERSONS, col("population"))
        .union(named(known, UnitIndexRows.DEPENDANTS, col("children").plus(col("elderly"))));
  }

  private static Dataset<Row> named(Dataset<Row> rows, String name, Column amount) {
    return rows.select(
        UnitTree.township(col("admin_code")).as("unit"),
        lit(name).as("name"),
        amount.cast("double").as("amount"));
  }
}
