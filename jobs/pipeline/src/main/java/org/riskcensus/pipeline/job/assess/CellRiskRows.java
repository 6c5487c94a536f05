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
import org.riskcensus.core.hazard.HazardKind;
import org.riskcensus.core.risk.RiskMethod;
import org.riskcensus.pipeline.method.AssessmentMethods;

/** The risk formulas applied to one cell with everything that is known of it. */
final class CellRiskRows implements Serializable {

  private static final long serialVersionUID = 1L;

  private final AssessmentMethods methods;

  CellRiskRows(AssessmentMethods methods) {
    this.methods = methods;
  }

  private record Hazard(double index, int danger) {
    static final Hazard NONE = new Hazard(0, 0);
  }

  /** Rows of the hazards that the county has, then the comprehensive one. */
  Iterator<Row> of(Row cell) {
    List<Row> rows = new ArrayList<>();
    Map<String, Hazard> hazards = hazards(cell);
    Map<String, Double> risks = new TreeMap<>();
    List<String> present = cell.getList(cell.fieldIndex("present"));
    double exposure = exposure(cell);
    double vulnerability = cell.getAs("vulnerability_index");
    double capacity = cell.getAs("capacity_index");
    for (String name : present) {
      Hazard hazard = hazards.getOrDefault(name, Hazard.NONE);
      double risk = RiskMethod.risk(hazard.index(), exposure, vulnerability, capacity);
      boolean reached = hazards.containsKey(name);
      if (reached) {
        risks.put(name, risk);
      }
      int level = reached ? methods.risk().hazardLevels().levelOf(risk) : 0;
      rows.add(row(cell, name, hazard, exposure, risk, level, null));
    }
    double risk = methods.risk().comprehensive(risks, present);
    int level = methods.risk().comprehensiveLevels().levelOf(risk);
    Hazard all = hazards.getOrDefault(HazardKind.COMPREHENSIVE, Hazard.NONE);
    rows.add(row(cell, HazardKind.COMPREHENSIVE, all, exposure, risk, level, strongest(risks)));
    return rows.iterator();
  }

  private Row row(
      Row cell,
      String name,
      Hazard hazard,
      double exposure,
      double risk,
      int level,
      @Nullable String strongest) {
    double capacity = cell.getAs("capacity_index");
    return RowFactory.create(
        cell.getAs("county_code"),
        cell.getAs("cell"),
        name,
        hazard.index(),
        exposure,
        cell.getAs("vulnerability_index"),
        capacity,
        risk,
        level,
        methods.zoning().classify(Math.max(level, 1), capacity, hazard.danger()).code(),
        strongest);
  }

  private double exposure(Row cell) {
    double[] quantities =
        methods.exposure().components().stream()
            .mapToDouble(component -> cell.<Double>getAs(component.exposure().code()))
            .toArray();
    return methods.exposure().index(quantities, cell.getAs("area_m2"));
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
