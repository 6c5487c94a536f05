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
import org.riskcensus.core.risk.CapacityMethod;
import org.riskcensus.core.risk.CapacityMethod.Grain;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.core.risk.VulnerabilityMethod;
import org.riskcensus.pipeline.job.assess.IndicatorRow.Component;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * The indices of the townships of one county, and of the county itself, from sums by unit, with the
 * indicators behind them. Where a township has no surveyed building, or no ages of residents were
 * filed there, it takes the county's value; what the county does not know either leaves with its
 * weight. A resource of which the county filed nothing counts as none, and is marked.
 */
final class UnitIndexRows implements Serializable {

  /** Number of finest units. */
  static final String UNITS = "units";

  static final String PERSONS = "persons";
  static final String FLOOR_AREA = "floor_area";

  /** Floor area times the score of the structure. */
  static final String STRUCTURE_AREA = "structure_area";

  /** Floor area times the score of the age. */
  static final String AGE_AREA = "age_area";

  /** Residents of whom ages are known, and the dependants among them. */
  static final String AGED_PERSONS = "aged_persons";

  static final String DEPENDANTS = "dependants";

  private static final long serialVersionUID = 1L;
  private static final String NOTHING_KNOWN = IndicatorRow.NOT_SURVEYED;

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

    @Nullable Double share(String part, String whole) {
      return get(whole) > 0 ? (Double) (get(part) / get(whole)) : null;
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
    List<Row> rows = new ArrayList<>();
    units.forEach((unit, own) -> rows.add(row(unit, own, whole)));
    return rows.iterator();
  }

  private Row row(String unit, Sums own, Sums county) {
    List<IndicatorRow> indicators = new ArrayList<>();
    double vulnerability = vulnerability(own, county, indicators);
    double capacity = capacity(own, county, indicators);
    Row[] rows = indicators.stream().map(IndicatorRow::toRow).toArray(Row[]::new);
    return RowFactory.create(unit, vulnerability, capacity, rows);
  }

  private static @Nullable Double[] vulnerable(Sums sums) {
    return new @Nullable Double[] {
      sums.share(STRUCTURE_AREA, FLOOR_AREA),
      sums.share(AGE_AREA, FLOOR_AREA),
      sums.share(DEPENDANTS, AGED_PERSONS)
    };
  }

  private double vulnerability(Sums own, Sums county, List<IndicatorRow> indicators) {
    VulnerabilityMethod method = methods.vulnerability();
    @Nullable Double[] raw = vulnerable(own);
    @Nullable Double[] ofCounty = vulnerable(county);
    @Nullable String[] missing = new String[raw.length];
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == null) {
        raw[i] = ofCounty[i];
        missing[i] = raw[i] == null ? IndicatorRow.NOT_SURVEYED : IndicatorRow.COUNTY_VALUE;
      }
    }
    @Nullable Double[] normalised = method.normalised(raw);
    double known = 0;
    List<Double> weights = List.copyOf(method.weighting().weights().values());
    for (int i = 0; i < raw.length; i++) {
      known += normalised[i] == null ? 0 : weights.get(i);
    }
    for (int i = 0; i < raw.length; i++) {
      double weight = normalised[i] == null ? 0 : weights.get(i) / known;
      String name = VulnerabilityMethod.INDICATORS.get(i);
      indicators.add(
          indicator(Component.VULNERABILITY, name, raw[i], "1", normalised[i], weight, missing[i]));
    }
    double index = method.index(normalised);
    if (known == 0) {
      indicators.add(
          indicator(Component.VULNERABILITY, "default", null, "1", index, 1, NOTHING_KNOWN));
    }
    return index;
  }

  private double capacity(Sums own, Sums county, List<IndicatorRow> indicators) {
    CapacityMethod method = methods.capacity();
    List<CapacityMethod.Component> parts = method.components();
    List<Double> weights = List.copyOf(method.weighting().weights().values());
    double[] ratios = new double[parts.size()];
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < ratios.length; i++) {
      CapacityMethod.Component part = parts.get(i);
      boolean filed = county.amounts.containsKey(part.resource().name());
      ratios[i] = ratio(part, part.grain() == Grain.COUNTY ? county : own);
      indicators.add(
          indicator(
              Component.CAPACITY,
              part.resource().code(),
              ratios[i],
              part.resource().unit(),
              part.range().normalise(ratios[i]),
              weights.get(i) / sum,
              filed ? null : IndicatorRow.NONE_FILED));
    }
    return method.index(ratios);
  }

  private static IndicatorRow indicator(
      Component component,
      String name,
      @Nullable Double raw,
      String unit,
      @Nullable Double normalised,
      double weight,
      @Nullable String missing) {
    return new IndicatorRow(
        RiskKind.COMPREHENSIVE, component, name, raw, unit, normalised, weight, missing);
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
