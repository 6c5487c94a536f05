package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.riskcensus.core.hazard.GeohazardMethod;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.susceptibility.SusceptibilityMethod;
import org.riskcensus.pipeline.method.AssessedHazard;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * Geohazard susceptibility 地质灾害易发性 of the counties that have filed layers of its factors: what is
 * computed of it, and what it gives to the hazard.
 */
final class Susceptibility {

  /** The hazard that susceptibility belongs to, with its level breaks. */
  private record Of(String hazard, LevelBreaks levels) {}

  private final SusceptibilityMethod method;
  private final Optional<Of> of;
  private final Dataset<Row> fits;
  private final Dataset<Row> breaks;
  private final Dataset<Row> classed;

  private Susceptibility(
      SusceptibilityMethod method,
      Optional<Of> of,
      Dataset<Row> fits,
      Dataset<Row> breaks,
      Dataset<Row> classed) {
    this.method = method;
    this.of = of;
    this.fits = fits;
    this.breaks = breaks;
    this.classed = classed;
  }

  /**
   * Computes it; without layers, or without points of geohazards in the methods, only why not.
   *
   * @param countyPieces pieces of the counties
   */
  static Susceptibility of(Inputs inputs, AssessConfig config, Dataset<Row> countyPieces) {
    SusceptibilityMethod method = config.methods().susceptibility();
    Optional<AssessedHazard> hazard = hazard(config.methods());
    SparkSession spark = countyPieces.sparkSession();
    if (hazard.isEmpty()) {
      return new Susceptibility(
          method,
          Optional.empty(),
          none(spark, CountyFits.SCHEMA),
          none(spark, ClassedCells.BREAKS),
          none(spark, ClassedCells.SCHEMA.add("class", "string")));
    }
    Dataset<Row> layers = inputs.staging("geo_factor").where(col("geometry").isNotNull());
    Dataset<Row> points =
        inputs
            .staging(hazard.get().table())
            .where(col("status").isin(method.countedStatuses().toArray()));
    Dataset<Row> cells =
        layers.isEmpty()
            ? none(spark, FactorCells.SCHEMA)
            : keep(cells(layers, points, countyPieces, config));
    Dataset<Row> fits = keep(CountyFits.of(cells, layers, points, countyPieces, method));
    Dataset<Row> values = ClassedCells.values(cells, fits);
    Dataset<Row> breaks = keep(ClassedCells.breaks(values, method));
    Of found = new Of(hazard.get().code(), hazard.get().method().levels());
    return new Susceptibility(
        method, Optional.of(found), fits, breaks, keep(ClassedCells.of(values, breaks, method)));
  }

  private static Optional<AssessedHazard> hazard(AssessmentMethods methods) {
    return methods.hazards().stream()
        .filter(hazard -> hazard.method() instanceof GeohazardMethod)
        .findFirst();
  }

  private static Dataset<Row> cells(
      Dataset<Row> layers, Dataset<Row> points, Dataset<Row> countyPieces, AssessConfig config) {
    Dataset<Row> filed = layers.select("county_code").distinct();
    return FactorCells.of(
        layers,
        points
            .where(col("geometry").isNotNull())
            .join(filed, Units.scala(List.of("county_code")), "left_semi"),
        countyPieces.join(filed, col("code").equalTo(filed.col("county_code")), "left_semi"),
        config);
  }

  private static Dataset<Row> none(SparkSession spark, StructType schema) {
    return spark.createDataFrame(List.of(), schema);
  }

  private static Dataset<Row> keep(Dataset<Row> rows) {
    return rows.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * The marts.
   *
   * @param facts facts of the cells
   */
  Map<String, Dataset<Row>> tables(Dataset<Row> facts, Dataset<Row> adminUnits) {
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put(
        "marts.information_value",
        fits.select(col("county_code"), explode(col("values")).as("of"))
            .select("county_code", "of.*"));
    tables.put("marts.susceptibility", ClassedCells.mart(classed));
    tables.put("marts.susceptibility_fit", FitTable.of(fits, breaks, classed));
    tables.put("marts.unit_susceptibility", UnitSusceptibility.classes(classed, facts, adminUnits));
    tables.put("marts.unit_information", UnitSusceptibility.factors(classed, facts, adminUnits));
    return tables;
  }

  /** The classes of the cells for a map: {@code map, county_code, hazard, class, cell}. */
  Dataset<Row> classes() {
    return classed
        .where(col("area").gt(0))
        .select(
            lit(Zones.SUSCEPTIBILITY).as("map"),
            col("county_code"),
            lit(of.map(Of::hazard).orElse("")).as("hazard"),
            col("class"),
            col("cell"));
  }

  /** What it gives to the hazard; empty where no class gives any. */
  Optional<SusceptibilityBackground> background() {
    return of.filter(any -> method.classes().stream().anyMatch(c -> method.background(c) > 0))
        .map(any -> new SusceptibilityBackground(any.hazard(), any.levels(), method, classed));
  }

  /** What it was computed with, as rows of {@link MethodValues}. */
  Dataset<Row> methodValues() {
    return new SusceptibilityValues(method, of.map(Of::hazard).orElse("")).of(breaks);
  }
}
