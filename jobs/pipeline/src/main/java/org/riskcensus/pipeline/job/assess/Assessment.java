package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * The whole assessment as Dataset to Dataset: staging in, the tables out. Intermediates that
 * several tables use are computed once.
 */
final class Assessment {

  private final Inputs inputs;
  private final AssessConfig config;

  Assessment(Inputs inputs, AssessConfig config) {
    Map<String, Dataset<Row>> read = new HashMap<>();
    this.inputs = table -> read.computeIfAbsent(table, inputs::staging);
    this.config = config;
  }

  /** Tables by name, in the order in which they are to be written. */
  Map<String, Dataset<Row>> tables() {
    AssessmentMethods methods = config.methods();
    Dataset<Row> adminUnits = inputs.staging("admin_unit");
    Dataset<Row> areas = keep(HazardAreas.of(inputs, methods));
    Dataset<Row> divisible = keep(Exposures.divisible(inputs));
    Dataset<Row> indivisible = keep(Exposures.indivisible(inputs, config.level()));
    Dataset<Row> countyPieces = keep(CellPieces.ofCounties(adminUnits, config.level()));
    Dataset<Row> facts = keep(facts(areas, divisible, countyPieces));
    Dataset<Row> present = UnitQuantities.present(facts);
    Dataset<Row> quantities = keep(UnitQuantities.of(facts, indivisible));
    Dataset<Row> indices = keep(UnitIndices.of(inputs, config, quantities));
    Dataset<Row> cells = keep(CellTables.exposure(facts, indivisible));
    Dataset<Row> weights = keep(weights(present, methods));
    ExposureMethod exposure = ExposureFit.of(cells, methods.exposure());
    AssessmentMethods fitted = methods.with(exposure);
    RiskLevels levels =
        RiskLevels.of(
            methods.risk(),
            any -> CellRisk.of(cells, facts, indices, weights, new CellRiskRows(fitted, any)));
    Dataset<Row> risk =
        keep(CellRisk.of(cells, facts, indices, weights, new CellRiskRows(fitted, levels)));
    int densities = exposure.components().size();
    Dataset<Row> classes = keep(UnitRisk.classes(risk, facts, densities));
    Dataset<Row> sums = UnitRisk.sums(classes, densities);
    Dataset<Row> zones = keep(Zones.of(ClassedAreas.of(risk, countyPieces, cells), config));

    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put("marts.hazard_area", HazardAreas.mart(areas));
    tables.put("marts.cell_hazard", CellTables.hazard(facts));
    tables.put("marts.cell_exposure", cells.drop("main_unit"));
    tables.put("marts.cell_risk", CellRisk.mart(risk));
    tables.put("marts.unit_hazard", UnitQuantities.hazard(facts, adminUnits));
    tables.put("marts.unit_hazard_object", UnitQuantities.hazardObjects(facts, areas, adminUnits));
    tables.put("marts.unit_exposure", UnitQuantities.exposure(quantities, present, adminUnits));
    tables.put(
        "marts.unit_risk",
        Units.named(
            UnitRisk.of(sums, quantities, indices, methods.risk().minUnitShare()), adminUnits));
    tables.put("marts.unit_class_area", Units.named(UnitRisk.classAreas(classes), adminUnits));
    tables.put(
        "marts.unit_indicator",
        Units.named(
            new UnitIndicators(exposure, methods.risk().comprehensive())
                .of(sums, quantities, indices, weights),
            adminUnits));
    tables.put("marts.method_value", new MethodValues(methods, exposure, levels).of(weights));
    tables.put("marts.zone", ZoneNames.add(Zones.table(zones, Zones.ZONE), adminUnits));
    tables.put("marts.level_area", ZoneNames.add(Zones.table(zones, Zones.LEVEL_AREA), adminUnits));
    tables.put("ops.zone_account", ZoneAccounts.of(zones, adminUnits));
    tables.put("ops.exposure_account", ExposureAccounts.of(facts, divisible, indivisible, cells));
    return tables;
  }

  private Dataset<Row> weights(Dataset<Row> present, AssessmentMethods methods) {
    return CountyWeights.of(
        present, inputs.staging("loss_annual"), config.year(), methods.risk().comprehensive());
  }

  /** The table of a name. */
  static Dataset<Row> get(Map<String, Dataset<Row>> tables, String name) {
    Dataset<Row> table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("the assessment makes no table " + name);
    }
    return table;
  }

  private Dataset<Row> facts(
      Dataset<Row> areas, Dataset<Row> divisible, Dataset<Row> countyPieces) {
    int level = config.level();
    Dataset<Row> objects =
        divisible.where(col("geometry").isNotNull()).union(Exposures.indivisibleShapes(inputs));
    Dataset<Row> pieces =
        countyPieces
            .union(CellPieces.ofUnits(Units.finest(inputs.staging("admin_unit")), level))
            .union(CellPieces.ofHazards(areas, level))
            .union(CellPieces.ofExposure(objects, level));
    return CellFacts.of(pieces, config.methods().risk().minCellShare());
  }

  /**
   * Computes {@code rows} now and keeps them. A local checkpoint rather than a cache, because it
   * cuts the query plan: plans that nest caches in caches take Spark longer to handle than their
   * data. Where an executor is lost with its blocks the step fails, and a rerun repeats it.
   */
  private static Dataset<Row> keep(Dataset<Row> rows) {
    return rows.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
  }
}
