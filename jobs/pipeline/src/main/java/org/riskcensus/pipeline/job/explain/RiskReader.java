package org.riskcensus.pipeline.job.explain;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.pipeline.job.explain.Explanation.ClassArea;
import org.riskcensus.pipeline.job.explain.Explanation.Exposed;
import org.riskcensus.pipeline.job.explain.Explanation.Factors;
import org.riskcensus.pipeline.job.explain.Explanation.FloodZone;
import org.riskcensus.pipeline.job.explain.Explanation.HazardLevelArea;
import org.riskcensus.pipeline.job.explain.Explanation.Risk;
import org.riskcensus.pipeline.job.explain.Explanation.Stability;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/** The risks of a unit with their factors, areas, objects and exposure. */
final class RiskReader {

  private final ReleasedTables tables;
  private final MethodParameters parameters;
  private final ObjectReader objects;
  private final Column ofUnit;

  RiskReader(
      ReleasedTables tables,
      MethodParameters parameters,
      ObjectReader objects,
      Explanation.Unit unit) {
    this.tables = tables;
    this.parameters = parameters;
    this.objects = objects;
    this.ofUnit = col("admin_code").equalTo(unit.code());
  }

  /** The risks asked for, the comprehensive one first, the others by their mean. */
  List<Risk> read(Optional<String> hazard) {
    Column wanted = hazard.map(name -> ofUnit.and(col("hazard").equalTo(name))).orElse(ofUnit);
    Map<String, List<ClassArea>> areas = areas(wanted);
    Map<String, List<HazardLevelArea>> hazardAreas = hazardAreas(wanted);
    Map<String, List<Exposed>> exposure = exposure(wanted);
    Map<String, Stability> stability =
        new StabilityReader(
                tables, parameters.find(MethodParameters.ANY, "risk", "sensitivity", "share"))
            .read(wanted);
    Map<String, List<FloodZone>> floodZones = floodZones(wanted);
    List<Risk> risks = new ArrayList<>();
    for (Row row : tables.rows("marts.unit_risk", wanted, "hazard")) {
      String name = row.getAs("hazard");
      ObjectReader.Found found = objects.read(name, ofUnit);
      risks.add(
          new Risk(
              name,
              row.<Integer>getAs("risk_level"),
              row.<Double>getAs("mean_risk_index"),
              row.<Double>getAs("max_risk_index"),
              row.<Double>getAs("exposed_population"),
              factors(row),
              parameters.breaks(name),
              areas.getOrDefault(name, List.of()),
              hazardAreas.getOrDefault(name, List.of()),
              found.shown(),
              found.others(),
              exposure.getOrDefault(name, List.of()),
              stability.get(name),
              floodZones.getOrDefault(name, List.of())));
    }
    risks.sort(
        Comparator.comparing((Risk risk) -> !risk.hazard().equals(RiskKind.COMPREHENSIVE))
            .thenComparing(Comparator.comparingDouble(Risk::meanRiskIndex).reversed())
            .thenComparing(Risk::hazard));
    return risks;
  }

  private static @Nullable Factors factors(Row row) {
    Double reach = row.<@Nullable Double>getAs("factor_reach");
    return reach == null
        ? null
        : new Factors(
            reach,
            row.<@Nullable Double>getAs("factor_hazard"),
            row.<@Nullable Double>getAs("factor_exposure"),
            row.<@Nullable Double>getAs("factor_vulnerability"),
            row.<@Nullable Double>getAs("factor_capacity"));
  }

  private Map<String, List<ClassArea>> areas(Column wanted) {
    Map<String, List<ClassArea>> areas = new LinkedHashMap<>();
    tables
        .rows("marts.unit_class_area", wanted, "hazard", "risk_level", "zone_class", "zone_reason")
        .forEach(
            row ->
                of(areas, row)
                    .add(
                        new ClassArea(
                            row.<Integer>getAs("risk_level"),
                            row.getAs("zone_class"),
                            row.getAs("zone_reason"),
                            row.<Double>getAs("area_m2"))));
    areas.values().forEach(java.util.Collections::reverse);
    return areas;
  }

  private Map<String, List<HazardLevelArea>> hazardAreas(Column wanted) {
    Map<String, List<HazardLevelArea>> areas = new LinkedHashMap<>();
    tables
        .rows("marts.unit_hazard", wanted, "hazard", "hazard_level")
        .forEach(
            row ->
                of(areas, row)
                    .add(
                        new HazardLevelArea(
                            row.<Integer>getAs("hazard_level"),
                            row.<Double>getAs("area_m2"),
                            row.<Double>getAs("double_counted_m2"))));
    areas.values().forEach(java.util.Collections::reverse);
    return areas;
  }

  private Map<String, List<FloodZone>> floodZones(Column wanted) {
    Map<String, List<FloodZone>> zones = new LinkedHashMap<>();
    tables
        .rows("marts.unit_flood_zone", wanted, "hazard", "class")
        .forEach(
            row ->
                of(zones, row)
                    .add(
                        new FloodZone(
                            row.getAs("class"),
                            row.<Double>getAs("mean_degree_m"),
                            row.<Double>getAs("area_m2"))));
    zones.values().forEach(java.util.Collections::reverse);
    return zones;
  }

  /** Sums over the levels of a hazard; level 0 is outside. */
  private Map<String, List<Exposed>> exposure(Column wanted) {
    Map<String, Map<String, Exposed>> sums = new LinkedHashMap<>();
    for (Row row : tables.rows("marts.unit_exposure", wanted, "hazard", "exposure")) {
      double quantity = row.<Double>getAs("quantity");
      boolean inside = row.<Integer>getAs("hazard_level") > 0;
      Exposed one =
          new Exposed(
              row.getAs("exposure"),
              row.getAs("unit"),
              inside ? quantity : 0,
              inside ? 0 : quantity);
      sums.computeIfAbsent(row.getAs("hazard"), hazard -> new LinkedHashMap<>())
          .merge(one.exposure(), one, RiskReader::add);
    }
    Map<String, List<Exposed>> exposure = new LinkedHashMap<>();
    sums.forEach((hazard, byName) -> exposure.put(hazard, List.copyOf(byName.values())));
    return exposure;
  }

  private static Exposed add(Exposed one, Exposed other) {
    return new Exposed(
        one.exposure(), one.unit(), one.inside() + other.inside(), one.outside() + other.outside());
  }

  private static <T> List<T> of(Map<String, List<T>> lists, Row row) {
    return lists.computeIfAbsent(row.getAs("hazard"), hazard -> new ArrayList<>());
  }
}
