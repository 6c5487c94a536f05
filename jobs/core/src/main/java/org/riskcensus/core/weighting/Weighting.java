package org.riskcensus.core.weighting;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the weights of some indicators come about: from experts (given, or by AHP), from the data
 * (entropy 熵权法), or from both, {@code w ∝ √(w_expert · w_entropy)}.
 *
 * @param kind where they come from
 * @param expert weight of each indicator by the experts, sum 1; equal ones where only data decide
 * @param consistencyRatio CR of the comparison matrix, 0 without one
 */
public record Weighting(Kind kind, Map<String, Double> expert, double consistencyRatio)
    implements Serializable {

  /** Where weights come from. */
  public enum Kind {
    GIVEN,
    AHP,
    ENTROPY,
    COMBINED
  }

  /** Keeps the order of the indicators. */
  public Weighting {
    expert = Collections.unmodifiableMap(new LinkedHashMap<>(expert));
    if (expert.isEmpty()) {
      throw new IllegalArgumentException("there is no indicator to weigh");
    }
  }

  /** Weights as they were given. */
  public static Weighting given(Map<String, Double> weights) {
    return new Weighting(Kind.GIVEN, weights, 0);
  }

  /** Whether {@link #weights(Map)} needs the spread of the indicators. */
  public boolean needsData() {
    return kind == Kind.ENTROPY || kind == Kind.COMBINED;
  }

  /** The weights where no data are needed. */
  public Map<String, Double> weights() {
    if (needsData()) {
      throw new IllegalStateException("weights by " + kind + " need the data");
    }
    return expert;
  }

  /**
   * The weights, in the order of the indicators.
   *
   * @param spreads spread of each indicator; not asked where experts alone decide
   */
  public Map<String, Double> weights(Map<String, Spread> spreads) {
    if (!needsData()) {
      return expert;
    }
    Map<String, Double> entropy = entropyWeights(spreads);
    return kind == Kind.ENTROPY ? entropy : combine(entropy);
  }

  /** {@code w = (1 − e) / Σ(1 − e)}; equal where no indicator tells anything. */
  private Map<String, Double> entropyWeights(Map<String, Spread> spreads) {
    Map<String, Double> useful = new LinkedHashMap<>();
    for (String indicator : expert.keySet()) {
      Spread spread = spreads.get(indicator);
      if (spread == null) {
        throw new IllegalArgumentException("the spread of " + indicator + " is not known");
      }
      useful.put(indicator, 1 - spread.entropy());
    }
    return normalised(useful);
  }

  private Map<String, Double> combine(Map<String, Double> entropy) {
    Map<String, Double> combined = new LinkedHashMap<>();
    expert.forEach((k, w) -> combined.put(k, Math.sqrt(w * entropy.getOrDefault(k, 0.0))));
    return normalised(combined);
  }

  private static Map<String, Double> normalised(Map<String, Double> weights) {
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> normalised = new LinkedHashMap<>();
    weights.forEach((k, w) -> normalised.put(k, sum > 0 ? w / sum : 1.0 / weights.size()));
    return normalised;
  }
}
