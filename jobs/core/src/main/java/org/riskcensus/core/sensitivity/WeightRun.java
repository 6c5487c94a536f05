package org.riskcensus.core.sensitivity;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One way in which weights are changed.
 *
 * @param kind why
 * @param component component of the weight that is changed alone; empty for other kinds
 * @param indicator name of that weight; empty for other kinds
 * @param factors factor of weights by component and name; those not named stay
 */
public record WeightRun(
    Kind kind, String component, String indicator, Map<String, Map<String, Double>> factors)
    implements Serializable {

  /** Why weights are changed. */
  public enum Kind {
    /** They are not. */
    UNCHANGED,
    /** One alone, less. */
    LOWERED,
    /** One alone, more. */
    RAISED,
    /** All at random. */
    RANDOM
  }

  static WeightRun unchanged() {
    return new WeightRun(Kind.UNCHANGED, "", "", Map.of());
  }

  static WeightRun lowered(String component, String indicator, double share) {
    Map<String, Map<String, Double>> factor = Map.of(component, Map.of(indicator, 1 - share));
    return new WeightRun(Kind.LOWERED, component, indicator, factor);
  }

  static WeightRun raised(String component, String indicator, double share) {
    Map<String, Map<String, Double>> factor = Map.of(component, Map.of(indicator, 1 + share));
    return new WeightRun(Kind.RAISED, component, indicator, factor);
  }

  static WeightRun random(Map<String, Map<String, Double>> factors) {
    return new WeightRun(Kind.RANDOM, "", "", factors);
  }

  /** The weights of a component in this run, in the same order and with the same sum. */
  public Map<String, Double> apply(String of, Map<String, Double> weights) {
    Map<String, Double> own = factors.getOrDefault(of, Map.of());
    Map<String, Double> changed = new LinkedHashMap<>();
    double before = 0;
    double after = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      double value = weight.getValue() * own.getOrDefault(weight.getKey(), 1.0);
      changed.put(weight.getKey(), value);
      before += weight.getValue();
      after += value;
    }
    double scale = before == after ? 1 : before / after;
    changed.replaceAll((name, value) -> value * scale);
    return changed;
  }
}
