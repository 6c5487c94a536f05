package org.riskcensus.pipeline.job.explain;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/** What a county's release was computed with, as {@code marts.method_value} keeps it. */
final class MethodParameters {

  static final String ANY = "any";

  private static final String RISK = "risk";

  private record Key(String hazard, String component, String indicator, String parameter) {}

  private final Map<Key, Double> values = new HashMap<>();

  private MethodParameters() {}

  static MethodParameters of(ReleasedTables tables, String county) {
    MethodParameters parameters = new MethodParameters();
    for (Row row : tables.rows("marts.method_value", col("county_code").equalTo(county))) {
      parameters.values.put(
          new Key(
              row.getAs("hazard"),
              row.getAs("component"),
              row.getAs("indicator"),
              row.getAs("parameter")),
          row.getAs("value"));
    }
    return parameters;
  }

  @Nullable Double find(String hazard, String component, String indicator, String parameter) {
    return values.get(new Key(hazard, component, indicator, parameter));
  }

  /** A parameter of the risk of all hazards. */
  @Nullable Double findRisk(String indicator, String parameter) {
    return find(RiskKind.COMPREHENSIVE, RISK, indicator, parameter);
  }

  private double get(String hazard, String indicator, String parameter) {
    Double value = find(hazard, RISK, indicator, parameter);
    if (value == null) {
      throw new NoSuchElementException(
          "marts.method_value has no " + parameter + " of " + indicator + " for " + hazard);
    }
    return value;
  }

  Explanation.Rules rules() {
    return new Explanation.Rules(
        get(ANY, "level", "min_unit_share"),
        get(ANY, "zone", "low_capacity_below"),
        (int) get(ANY, "zone", "grave_danger_from"),
        find(ANY, RISK, "cell", "side_m"));
  }

  /** Lowest risk index of each level but the first. */
  List<Double> breaks(String hazard) {
    String of = hazard.equals(RiskKind.COMPREHENSIVE) ? hazard : ANY;
    List<Double> breaks = new ArrayList<>();
    Double from = get(of, "level", "from_level_2");
    for (int level = 3; from != null; level++) {
      breaks.add(from);
      from = find(of, RISK, "level", "from_level_" + level);
    }
    return breaks;
  }

  boolean weightedSum() {
    return get(RiskKind.COMPREHENSIVE, "", "weighted_sum") > 0;
  }

  double lossShare() {
    return get(RiskKind.COMPREHENSIVE, "", "loss_share");
  }

  /** The edges of disaster chains between hazards that the county has. */
  List<Explanation.Chain> chains(List<String> hazards) {
    List<Explanation.Chain> chains = new ArrayList<>();
    for (String from : hazards) {
      for (String to : hazards) {
        Double probability = findRisk(from + ">" + to, "probability");
        if (probability != null) {
          chains.add(new Explanation.Chain(from, to, probability));
        }
      }
    }
    return chains;
  }
}
