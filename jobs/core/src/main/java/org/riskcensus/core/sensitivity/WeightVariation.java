package org.riskcensus.core.sensitivity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How weights are varied 权重扰动: each alone, down and up by a share, the others staying; then all at
 * once, each by a factor drawn evenly from {@code 1 − share} to {@code 1 + share}. Weights of a
 * component then sum to what they did before. Draws come from {@link Random}, whose sequence is
 * part of its contract: the same seed gives the same runs everywhere.
 *
 * @param share largest relative change of a weight, from 0 and below 1
 * @param runs number of random runs, at least 1
 * @param seed seed of the random runs
 */
public record WeightVariation(double share, int runs, long seed) implements Serializable {

  private static final int MOST_RUNS = 10_000;

  /** Refuses a share that would take a weight to 0 or below, and numbers of runs beyond reason. */
  public WeightVariation {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("share must lie from 0 to below 1, got " + share);
    }
    if (runs < 1 || runs > MOST_RUNS) {
      throw new IllegalArgumentException("runs must lie in 1.." + MOST_RUNS + ", got " + runs);
    }
  }

  /**
   * All runs: first the weights as they are, then each weight alone lowered and raised, then the
   * random ones.
   *
   * @param weights names of the weights of each component
   */
  public List<WeightRun> runs(SortedMap<String, List<String>> weights) {
    List<WeightRun> all = new ArrayList<>();
    all.add(WeightRun.unchanged());
    weights.forEach(
        (component, names) ->
            names.forEach(
                name -> {
                  all.add(WeightRun.lowered(component, name, share));
                  all.add(WeightRun.raised(component, name, share));
                }));
    Random random = new Random(seed);
    for (int run = 0; run < runs; run++) {
      all.add(WeightRun.random(factors(weights, random)));
    }
    return Collections.unmodifiableList(all);
  }

  private Map<String, Map<String, Double>> factors(
      SortedMap<String, List<String>> weights, Random random) {
    Map<String, Map<String, Double>> factors = new TreeMap<>();
    weights.forEach(
        (component, names) -> {
          Map<String, Double> own = new TreeMap<>();
          names.forEach(name -> own.put(name, 1 + share * (2 * random.nextDouble() - 1)));
          factors.put(component, own);
        });
    return factors;
  }
}
