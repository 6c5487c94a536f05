package org.riskcensus.pipeline.job.assess;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.riskcensus.core.risk.CapacityMethod;
import org.riskcensus.core.risk.CapacityMethod.Grain;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * The indices of the townships of one county, and of the county itself, from sums by unit. A
 * township without surveyed buildings takes the vulnerability of its county, a county without them
 * the default of the method.
 */
final class UnitIndexRows implements Serializable {

  /** Number of finest units. */
  static final String UNITS = "units";

  static final String PERSONS = "persons";
  static final String FLOOR_AREA = "floor_area";

  /** Floor area times the vulnerability of the building. */
  static final String VULNERABLE_AREA = "vulnerable_area";

  private static final long serialVersionUID = 1L;

  private final AssessmentMethods methods;

  UnitIndexRows(AssessmentMethods methods) {
    this.methods = methods;
  }

  /** Sums of one unit by name. */
  private static final class Sums {
    private final Map<String, Double> amounts = new TreeMap<>();

    double get(String name) {
      return amounts.getOrDefault(name, 0.0);
    }
  }

  /** One row a unit; {@code sums} are rows of unit, name, amount. */
  Iterator<Row> of(String county, Iterator<Row> sums) {
    Map<String, Sums> units = new TreeMap<>();
    while (sums.hasNext()) {
      Row row = sums.next();
      units
          .computeIfAbsent(row.getString(0), unit -> new Sums())
          .amounts
          .put(row.getString(1), row.getDouble(2));
    }
    Sums whole = units.getOrDefault(county + "000000", new Sums());
    double fallback = vulnerability(whole, methods.vulnerability().defaultIndex());
    List<Row> rows = new ArrayList<>();
    units.forEach(
        (unit, own) ->
            rows.add(RowFactory.create(unit, vulnerability(own, fallback), capacity(own, whole))));
    return rows.iterator();
  }

  private static double vulnerability(Sums sums, double fallback) {
    double area = sums.get(FLOOR_AREA);
    return area > 0 ? sums.get(VULNERABLE_AREA) / area : fallback;
  }

  private double capacity(Sums township, Sums county) {
    double[] ratios =
        methods.capacity().components().stream()
            .mapToDouble(part -> ratio(part, part.grain() == Grain.COUNTY ? county : township))
            .toArray();
    return methods.capacity().index(ratios);
  }

  private static double ratio(CapacityMethod.Component component, Sums sums) {
    double persons = Math.max(sums.get(PERSONS), 1);
    double amount = sums.get(component.resource().name());
    return switch (component.resource()) {
      case SHELTER_AREA, DEPOT_PERSONS -> amount / persons;
      case TEAM_MEMBERS -> amount / (persons / 1e4);
      case OFFICERS -> amount / Math.max(sums.get(UNITS), 1);
    };
  }
}
