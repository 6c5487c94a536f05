package org.riskcensus.core.risk;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Comprehensive risk 综合风险 of the hazards a county has: the weighted sum of their risks, or the
 * greatest of them, after disaster chains. A hazard that a county does not have, or has not
 * surveyed, takes no part: its weight goes to the others.
 *
 * <p>Weights are part expert, part the share of the hazard in the county's historical losses.
 * Hazards that loss statistics do not know keep their expert weight; the others share theirs out.
 *
 * @param rule how risks are put together
 * @param expert expert weight of each hazard
 * @param lossShare part of the weight that follows losses, 0 to 1
 * @param lossKinds for a hazard the kinds of the loss statistics that count for it
 * @param chain disaster chains
 */
public record ComprehensiveMethod(
    Rule rule,
    Map<String, Double> expert,
    double lossShare,
    Map<String, List<String>> lossKinds,
    DisasterChain chain)
    implements Serializable {

  /** How risks are put together. */
  public enum Rule {
    WEIGHTED_SUM,
    MAXIMUM
  }

  /**
   * How a hazard comes to its weight.
   *
   * @param expert expert weight over the hazards of the county
   * @param byLoss weight by the share in the losses; null where losses say nothing of the hazard
   * @param weight what counts
   */
  public record HazardWeight(double expert, @Nullable Double byLoss, double weight) {}

  /**
   * The weights of a county, with sum 1; empty without hazards.
   *
   * @param present hazards the county has
   * @param losses loss by kind of the statistics; empty where none were filed
   */
  public SortedMap<String, HazardWeight> weights(
      Collection<String> present, Map<String, Double> losses) {
    Map<String, Double> experts = new LinkedHashMap<>();
    double sum = 0;
    for (String hazard : new TreeSet<>(present)) {
      sum += weight(hazard);
    }
    for (String hazard : new TreeSet<>(present)) {
      experts.put(hazard, sum > 0 ? weight(hazard) / sum : 1.0 / present.size());
    }
    return mixed(experts, losses);
  }

  private SortedMap<String, HazardWeight> mixed(
      Map<String, Double> experts, Map<String, Double> losses) {
    Map<String, Double> lossOf = new LinkedHashMap<>();
    double all = 0;
    double known = 0;
    for (Map.Entry<String, Double> expert : experts.entrySet()) {
      List<String> kinds = lossKinds.getOrDefault(expert.getKey(), List.of());
      if (!kinds.isEmpty()) {
        double loss = kinds.stream().mapToDouble(kind -> losses.getOrDefault(kind, 0.0)).sum();
        lossOf.put(expert.getKey(), loss);
        all += loss;
        known += expert.getValue();
      }
    }
    SortedMap<String, HazardWeight> weights = new TreeMap<>();
    for (Map.Entry<String, Double> expert : experts.entrySet()) {
      Double loss = all > 0 ? lossOf.get(expert.getKey()) : null;
      Double byLoss = loss == null ? null : (Double) (known * loss / all);
      weights.put(expert.getKey(), weighed(expert.getValue(), byLoss));
    }
    return weights;
  }

  private HazardWeight weighed(double expert, @Nullable Double byLoss) {
    double weight = byLoss == null ? expert : (1 - lossShare) * expert + lossShare * byLoss;
    return new HazardWeight(expert, byLoss, weight);
  }

  private double weight(String hazard) {
    Double weight = expert.get(hazard);
    if (weight == null) {
      throw new IllegalArgumentException("the method has no weight for hazard " + hazard);
    }
    return weight;
  }

  /** The risks with what disaster chains add; see {@link DisasterChain#amplify}. */
  public Map<String, Double> amplify(Map<String, Double> risks, Collection<String> present) {
    return chain.amplify(risks, present);
  }

  /**
   * The comprehensive risk of a place.
   *
   * @param amplified risks after chains; a hazard left out has none there
   * @param weights weights of the county
   */
  public double risk(Map<String, Double> amplified, Map<String, Double> weights) {
    SortedMap<String, Double> ordered = new TreeMap<>(weights);
    return risk(
        ordered.keySet().stream().mapToDouble(h -> amplified.getOrDefault(h, 0.0)).toArray(),
        ordered.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The same of hazards in the order of their codes. */
  double risk(double[] amplified, double[] weights) {
    double sum = 0;
    double most = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * amplified[i];
      most = Math.max(most, amplified[i]);
    }
    return rule == Rule.MAXIMUM ? most : Math.min(1, sum);
  }
}
