package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.riskcensus.core.risk.CapacityMethod;
import org.riskcensus.core.risk.CapacityMethod.Grain;
import org.riskcensus.core.risk.CapacityMethod.Resource;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.core.risk.VulnerabilityMethod;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * Vulnerability and capacity of townships, and of the county by its own totals: {@code unit,
 * vulnerability_index, capacity_index}. A township without surveyed buildings takes the
 * vulnerability of its county, a county without them the default of the method.
 */
final class UnitIndices {

  private final Inputs inputs;
  private final AssessmentMethods methods;
  private final int year;
  private final Dataset<Row> codes;

  UnitIndices(Inputs inputs, AssessConfig config) {
    this.inputs = inputs;
    this.methods = config.methods();
    this.year = config.year();
    Dataset<Row> units = inputs.staging("admin_unit");
    this.codes =
        Units.rollUp(units.select(Units.township(col("admin_code")).as("unit")))
            .distinct()
            .withColumn("county", Units.county(col("unit")));
  }

  /** The indices; {@code quantities} as {@link UnitQuantities#of} gives them. */
  Dataset<Row> of(Dataset<Row> quantities) {
    return codes
        .join(vulnerability(), Units.scala(List.of("unit")), "inner")
        .join(capacity(quantities), Units.scala(List.of("unit")), "inner")
        .select("unit", "vulnerability_index", "capacity_index");
  }

  private Dataset<Row> vulnerability() {
    VulnerabilityMethod method = methods.vulnerability();
    int censusYear = year;
    UserDefinedFunction index =
        udf(
            (UDF2<String, Integer, Double>)
                (structure, built) -> method.index(structure, built, censusYear),
            DataTypes.DoubleType);
    Dataset<Row> buildings =
        inputs
            .staging("building")
            .select(
                Units.township(col("admin_code")).as("unit"),
                col("floor_area_m2").as("area"),
                index.apply(col("structure"), col("built_year")).as("index"));
    Dataset<Row> means =
        Units.rollUp(buildings)
            .groupBy("unit")
            .agg(
                Exact.total(col("area").multiply(col("index")))
                    .divide(Exact.total(col("area")))
                    .as("mean"));
    Dataset<Row> ofCounty = means.select(col("unit").as("county"), col("mean").as("county_mean"));
    return codes
        .join(means, Units.scala(List.of("unit")), "left")
        .join(ofCounty, Units.scala(List.of("county")), "left")
        .select(
            col("unit"),
            coalesce(col("mean"), col("county_mean"), lit(method.defaultIndex()))
                .as("vulnerability_index"));
  }

  private Dataset<Row> capacity(Dataset<Row> quantities) {
    CapacityMethod method = methods.capacity();
    Dataset<Row> ratios = ratios(quantities);
    Dataset<Row> ofCounty = ratios.withColumnRenamed("unit", "county");
    for (Resource resource : Resource.values()) {
      ofCounty = ofCounty.withColumnRenamed(resource.name(), "COUNTY_" + resource.name());
    }
    Column[] inOrder =
        method.components().stream()
            .map(
                component ->
                    component.grain() == Grain.COUNTY
                        ? col("COUNTY_" + component.resource().name())
                        : col(component.resource().name()))
            .toArray(Column[]::new);
    UserDefinedFunction index =
        udf(
            (UDF1<scala.collection.Seq<Double>, Double>)
                values ->
                    method.index(
                        scala.jdk.javaapi.CollectionConverters.asJava(values).stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray()),
            DataTypes.DoubleType);
    return codes
        .join(ratios, Units.scala(List.of("unit")), "inner")
        .join(ofCounty, Units.scala(List.of("county")), "inner")
        .select(col("unit"), index.apply(array(inOrder)).as("capacity_index"));
  }

  /** Each resource per person (per unit for officers), of every township and county. */
  private Dataset<Row> ratios(Dataset<Row> quantities) {
    Dataset<Row> amounts =
        resource("shelter", Resource.SHELTER_AREA.name(), col("area_m2"))
            .union(resource("rescue_team", Resource.TEAM_MEMBERS.name(), col("members")))
            .union(resource("material_depot", Resource.DEPOT_PERSONS.name(), col("stock_persons")))
            .union(resource("information_officer", Resource.OFFICERS.name(), lit(1.0)))
            .union(
                Units.rollUp(
                    Units.finest(inputs.staging("admin_unit"))
                        .select(
                            Units.township(col("admin_code")).as("unit"),
                            lit("units").as("resource"),
                            lit(1.0).as("amount"))))
            .union(
                quantities
                    .where(col("hazard").equalTo(""))
                    .where(col("exposure").equalTo(Exposure.POPULATION.code()))
                    .select(col("unit"), lit("persons").as("resource"), col("quantity")));
    Dataset<Row> sums = codes.join(wide(amounts), Units.scala(List.of("unit")), "left");
    Column persons = greatest(coalesce(col("persons"), lit(0.0)), lit(1.0));
    Column units = greatest(coalesce(col("units"), lit(0.0)), lit(1.0));
    return sums.select(
        col("unit"),
        per(Resource.SHELTER_AREA, persons),
        per(Resource.TEAM_MEMBERS, persons.divide(1e4)),
        per(Resource.DEPOT_PERSONS, persons),
        per(Resource.OFFICERS, units));
  }

  private Dataset<Row> resource(String table, String name, Column amount) {
    return Units.rollUp(
        inputs
            .staging(table)
            .select(
                Units.township(col("admin_code")).as("unit"),
                lit(name).as("resource"),
                amount.cast("double").as("amount")));
  }

  private static Dataset<Row> wide(Dataset<Row> amounts) {
    List<String> names = new java.util.ArrayList<>(List.of("units", "persons"));
    Arrays.stream(Resource.values()).map(Resource::name).forEach(names::add);
    Column[] sums =
        names.stream()
            .map(name -> Exact.total(when(col("resource").equalTo(name), col("amount"))).as(name))
            .toArray(Column[]::new);
    return amounts.groupBy("unit").agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length));
  }

  private static Column per(Resource resource, Column divisor) {
    Column amount = coalesce(col(resource.name()), lit(0.0));
    return amount.divide(divisor).as(resource.name());
  }
}
