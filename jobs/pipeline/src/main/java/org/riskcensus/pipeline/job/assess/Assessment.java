package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.core.risk.GradeRule;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.spatial.UnitTree;
import org.riskcensus.pipeline.yaml.Problems;

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

  /**
   * What all tables are read off.
   *
   * @param areas hazard areas
   * @param susceptibility of geohazards
   * @param divisible divisible objects
   * @param indivisible indivisible objects
   * @param countyPieces pieces of the counties
   * @param facts facts of the cells
   * @param cells cells with what lies in them
   * @param weights weights of the hazards
   * @param exposure exposure method with what the data gave
   * @param levels breaks of the levels
   * @param indices indices of townships and counties
   * @param quantities exposure of units
   * @param risk risk of all cells
   * @param classes sums of units by level and zone
   */
  private record Found(
      Dataset<Row> areas,
      Susceptibility susceptibility,
      Dataset<Row> divisible,
      Dataset<Row> indivisible,
      Dataset<Row> countyPieces,
      Dataset<Row> facts,
      Dataset<Row> cells,
      Dataset<Row> weights,
      ExposureMethod exposure,
      RiskLevels levels,
      Dataset<Row> indices,
      Dataset<Row> quantities,
      Dataset<Row> risk,
      Dataset<Row> classes) {

    Dataset<Row> sums() {
      return UnitRisk.sums(classes, exposure.components().size(), levels.size());
    }
  }

  private Found find() {
    AssessmentMethods methods = config.methods();
    Dataset<Row> areas = keep("hazard areas", HazardAreas.of(inputs, methods));
    Dataset<Row> divisible = keep("divisible objects", Exposures.divisible(inputs));
    Dataset<Row> indivisible =
        keep("indivisible objects", Exposures.indivisible(inputs, config.cells()));
    Dataset<Row> countyPieces = keep("pieces of counties", countyPieces());
    Susceptibility susceptibility = Susceptibility.of(inputs, config, countyPieces);
    Dataset<Row> cut = withBackground(countyPieces, susceptibility);
    Dataset<Row> facts = keep("facts of cells", facts(inputs, config, areas, divisible, cut));
    Dataset<Row> quantities = keep("exposure of units", UnitQuantities.of(facts, indivisible));
    Dataset<Row> indices = keep("indices of units", UnitIndices.of(inputs, config, quantities));
    Dataset<Row> cells = keep("exposure of cells", CellTables.exposure(facts, indivisible));
    Dataset<Row> weights = keep("weights", weights(UnitQuantities.present(facts), methods));
    ExposureMethod exposure = ExposureFit.of(cells, methods.exposure(), config.cells());
    AssessmentMethods fitted = methods.with(exposure);
    RiskLevels levels =
        RiskLevels.of(
            methods.risk(),
            config.cells(),
            any -> CellRisk.of(cells, facts, indices, weights, new CellRiskRows(fitted, any)));
    Dataset<Row> risk =
        keep(
            "risk of cells",
            CellRisk.of(cells, facts, indices, weights, new CellRiskRows(fitted, levels)));
    Dataset<Row> classes =
        keep("risk of units", UnitRisk.classes(risk, facts, exposure.components().size()));
    return new Found(
        areas,
        susceptibility,
        divisible,
        indivisible,
        countyPieces,
        facts,
        cells,
        weights,
        exposure,
        levels,
        indices,
        quantities,
        risk,
        classes);
  }

  /** The pieces of the counties in the cells. */
  private Dataset<Row> countyPieces() {
    return CellPieces.ofCounties(inputs.staging("admin_unit"), config.cells());
  }

  /** Only the risk of units and cells, as their marts: {@code marts.unit_risk, marts.cell_risk}. */
  Map<String, Dataset<Row>> risks() {
    Found found = find();
    return Map.of(
        "marts.unit_risk",
        keep("marts.unit_risk", unitRisk(found)),
        "marts.cell_risk",
        CellRisk.mart(found.risk()));
  }

  private Dataset<Row> unitRisk(Found found) {
    GradeRule rule = new GradeRule(config.methods().risk().minUnitShare());
    return Units.named(
        UnitRisk.of(found.sums(), found.quantities(), found.indices(), rule),
        inputs.staging("admin_unit"));
  }

  /** Tables by name, in the order in which they are to be written. */
  Map<String, Dataset<Row>> tables() {
    AssessmentMethods methods = config.methods();
    Dataset<Row> adminUnits = inputs.staging("admin_unit");
    Found found = find();
    Dataset<Row> facts = found.facts();
    Dataset<Row> cells = found.cells();
    Dataset<Row> zones =
        keep(
            "zones",
            Zones.of(
                ClassedAreas.of(
                    ClassedAreas.ofRisk(found.risk()).union(found.susceptibility().classes()),
                    found.countyPieces(),
                    cells),
                config));
    Map<String, String> classNames = classNames();

    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put("marts.hazard_area", HazardAreas.mart(found.areas()));
    tables.put("marts.cell_hazard", CellTables.hazard(facts));
    tables.put("marts.cell_exposure", cells.drop("main_unit"));
    tables.put("marts.cell_risk", CellRisk.mart(found.risk()));
    tables.put("marts.unit_hazard", UnitQuantities.hazard(facts, adminUnits));
    tables.put(
        "marts.unit_hazard_object",
        UnitQuantities.hazardObjects(facts, objectNames(found, classNames), adminUnits));
    Dataset<Row> present = UnitQuantities.present(facts);
    tables.put(
        "marts.unit_exposure", UnitQuantities.exposure(found.quantities(), present, adminUnits));
    tables.put("marts.unit_risk", unitRisk(found));
    tables.put(
        "marts.unit_class_area", Units.named(UnitRisk.classAreas(found.classes()), adminUnits));
    tables.put(
        "marts.unit_indicator",
        Units.named(
            new UnitIndicators(found.exposure(), methods.risk().comprehensive())
                .of(found.sums(), found.quantities(), found.indices(), found.weights()),
            adminUnits));
    sensitivity(tables, found);
    tables.put(
        "marts.method_value",
        new MethodValues(config, found.exposure(), found.levels())
            .of(found.weights())
            .union(found.susceptibility().methodValues()));
    tables.putAll(found.susceptibility().tables(facts, adminUnits));
    for (String map : List.of(Zones.ZONE, Zones.LEVEL_AREA, Zones.SUSCEPTIBILITY)) {
      tables.put(
          "marts." + map, ZoneNames.add(Zones.table(zones, map), adminUnits, methods, classNames));
    }
    tables.put("ops.zone_account", ZoneAccounts.of(zones, adminUnits));
    AssessmentGrids grids = AssessmentGrids.of(inputs, config, found.divisible());
    tables.putAll(FloodZones.tables(inputs, config, found.areas(), grids, found.countyPieces()));
    tables.put(
        "ops.exposure_account",
        ExposureAccounts.of(facts, found.divisible(), found.indivisible(), cells));
    return tables;
  }

  private Map<String, String> classNames() {
    CodeList classes = CodeList.read(config.schemas(), "susceptibility_class", new Problems());
    return classes.entries().stream()
        .collect(Collectors.toMap(CodeList.Entry::code, CodeList.Entry::zh));
  }

  private void sensitivity(Map<String, Dataset<Row>> tables, Found found) {
    Dataset<Row> adminUnits = inputs.staging("admin_unit");
    Sensitivity sensitivity =
        new Sensitivity(config.methods().with(found.exposure()), found.levels());
    Dataset<Row> known =
        CellRisk.inputs(found.cells(), found.facts(), found.indices(), found.weights());
    Dataset<Row> grades = keep("sensitivity", sensitivity.grades(found.facts(), known));
    tables.put("marts.risk_sensitivity", Units.named(sensitivity.stability(grades), adminUnits));
    tables.put(
        "marts.weight_sensitivity",
        Units.named(sensitivity.ofWeights(grades, found.weights()), adminUnits));
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

  private static Dataset<Row> withBackground(
      Dataset<Row> countyPieces, Susceptibility susceptibility) {
    return susceptibility
        .background()
        .map(background -> countyPieces.union(background.pieces(countyPieces)))
        .orElse(countyPieces);
  }

  /** Names of the objects of hazards: those surveyed, and classes of susceptibility. */
  private static Dataset<Row> objectNames(Found found, Map<String, String> classNames) {
    Dataset<Row> surveyed = found.areas().select("county_code", "hazard", "object_id", "name");
    return found
        .susceptibility()
        .background()
        .map(background -> surveyed.union(background.names(classNames)))
        .orElse(surveyed);
  }

  /**
   * The facts of all cells.
   *
   * @param areas rows of {@link HazardAreas#of}
   * @param divisible rows of {@link Exposures#divisible}
   * @param cut pieces that are cut already: of the counties, and susceptible places
   */
  static Dataset<Row> facts(
      Inputs inputs,
      AssessConfig config,
      Dataset<Row> areas,
      Dataset<Row> divisible,
      Dataset<Row> cut) {
    AssessmentGrids grids = AssessmentGrids.of(inputs, config, divisible);
    Dataset<Row> objects =
        divisible.where(col("geometry").isNotNull()).union(Exposures.indivisibleShapes(inputs));
    Dataset<Row> pieces =
        cut.union(CellPieces.ofUnits(new UnitTree(inputs.staging("admin_unit")).finest(), grids))
            .union(CellPieces.ofHazards(areas, grids))
            .union(CellPieces.ofExposure(objects, grids));
    return CellFacts.of(pieces, config.methods().risk().minCellShare(), config.cells());
  }

  /**
   * Computes {@code rows} now and keeps them. A local checkpoint rather than a cache, because it
   * cuts the query plan: plans that nest caches in caches take Spark longer to handle than their
   * data. Where an executor is lost with its blocks the step fails, and a rerun repeats it.
   */
  static Dataset<Row> keep(String what, Dataset<Row> rows) {
    return Described.job(
        rows.sparkSession(),
        what,
        () -> rows.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK()));
  }
}
