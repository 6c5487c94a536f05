package org.riskcensus.pipeline.job.assess;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.risk.PlaceRisk;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.core.zoning.ZoneReason;
import org.riskcensus.pipeline.method.AssessmentMethods;

/** The risk formulas applied to one cell with everything that is known of it. */
final class CellRiskRows implements Serializable {

  private static final long serialVersionUID = 1L;

  private final AssessmentMethods methods;
  private final RiskLevels levels;

  CellRiskRows(AssessmentMethods methods, RiskLevels levels) {
    this.methods = methods;
    this.levels = levels;
  }

  private record Hazard(double index, int danger) {
    static final Hazard NONE = new Hazard(0, 0);
  }

  /** What a risk comes out as: its value, level, the value after chains, the strongest hazard. */
  private record Risk(double index, int level, double chained, @Nullable String strongest) {}

  /** Rows of the hazards that the county has, then the comprehensive one. */
  Iterator<Row> of(Row cell) {
    Map<String, Double> weights = new TreeMap<>(cell.getJavaMap(cell.fieldIndex("weights")));
    Map<String, Hazard> hazards = hazards(cell);
    double[] parts = exposure(cell);
    double exposure = methods.exposure().index(parts);
    PlaceRisk place = place(cell, exposure, hazards, weights);
    Map<String, Double> risks = place.risks();
    Map<String, Double> chained = place.chained();
    List<Row> rows = new ArrayList<>();
    for (String name : weights.keySet()) {
      double risk = risks.getOrDefault(name, 0.0);
      int level = risks.containsKey(name) ? levels.ofHazard(risk) : 0;
      Risk found = new Risk(risk, level, chained.getOrDefault(name, 0.0), null);
      rows.add(row(cell, name, hazards.getOrDefault(name, Hazard.NONE), found, exposure, null));
    }
    double risk = place.comprehensive();
    Risk found = new Risk(risk, levels.ofAll(risk), risk, strongest(chained));
    Hazard all = hazards.getOrDefault(RiskKind.COMPREHENSIVE, Hazard.NONE);
    rows.add(row(cell, RiskKind.COMPREHENSIVE, all, found, exposure, parts));
    return rows.iterator();
  }

  private PlaceRisk place(
      Row cell, double exposure, Map<String, Hazard> hazards, Map<String, Double> weights) {
    Map<String, Double> indices = new TreeMap<>();
    hazards.forEach((name, hazard) -> indices.put(name, hazard.index()));
    PlaceRisk.Surroundings at =
        new PlaceRisk.Surroundings(
            exposure, cell.getAs("vulnerability_index"), cell.getAs("capacity_index"));
    return PlaceRisk.of(methods.risk().comprehensive(), weights, indices, at);
  }

  private Row row(
      Row cell, String name, Hazard hazard, Risk risk, double exposure, double @Nullable [] parts) {
    double capacity = cell.getAs("capacity_index");
    ZoneReason zone = methods.zoning().reason(Math.max(risk.level(), 1), capacity, hazard.danger());
    return RowFactory.create(
        cell.getAs("county_code"),
        cell.getAs("cell"),
        name,
        hazard.index(),
        exposure,
        cell.getAs("vulnerability_index"),
        capacity,
        risk.index(),
        risk.level(),
        zone.zone().code(),
        zone.code(),
        risk.strongest(),
        risk.chained(),
        parts);
  }

  private double[] exposure(Row cell) {
    double[] quantities =
        methods.exposure().components().stream()
            .mapToDouble(component -> cell.<Double>getAs(component.exposure().code()))
            .toArray();
    return methods.exposure().normalised(quantities, cell.getAs("area_m2"));
  }

  private static Map<String, Hazard> hazards(Row cell) {
    Map<String, Hazard> hazards = new TreeMap<>();
    int field = cell.fieldIndex("hazards");
    List<Row> rows = cell.isNullAt(field) ? List.of() : cell.getList(field);
    for (Row row : rows) {
      hazards.put(row.getString(0), new Hazard(row.getDouble(1), row.getInt(2)));
    }
    return hazards;
  }

  private static @Nullable String strongest(Map<String, Double> risks) {
    String strongest = null;
    double most = -1;
    for (Map.Entry<String, Double> risk : risks.entrySet()) {
      if (risk.getValue() > most) {
        strongest = risk.getKey();
        most = risk.getValue();
      }
    }
    return strongest;
  }
}
