package org.riskcensus.core.risk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Disaster chains 灾害链: a hazard may set off another. Along the edge from a to b the risk of b grows
 * to {@code r_b' = min(1, r_b + p_ab · r_a · (1 − r_b))}, so it never falls, never passes 1, and
 * several triggers may come in any order. Hazards are worked through from causes to effects, so a
 * chain a → b → c passes on what b has already gained.
 *
 * @param edges the edges, without a cycle
 */
public record DisasterChain(List<Edge> edges) implements Serializable {

  /**
   * One hazard sets off another.
   *
   * @param from the trigger
   * @param to what it sets off
   * @param probability p, 0 to 1
   */
  public record Edge(String from, String to, double probability) implements Serializable {
    /** Refuses a probability outside 0 to 1. */
    public Edge {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "the probability of " + from + " → " + to + " must lie in 0..1, got " + probability);
      }
    }
  }

  /** Sorts the edges from causes to effects and refuses a cycle. */
  public DisasterChain {
    edges = fromCausesToEffects(edges);
  }

  /** No hazard sets off another. */
  public static DisasterChain none() {
    return new DisasterChain(List.of());
  }

  private static List<Edge> fromCausesToEffects(List<Edge> edges) {
    List<Edge> open =
        new ArrayList<>(
            edges.stream()
                .sorted(Comparator.comparing(Edge::from).thenComparing(Edge::to))
                .toList());
    List<Edge> ordered = new ArrayList<>();
    while (!open.isEmpty()) {
      Set<String> effects = new TreeSet<>(open.stream().map(Edge::to).toList());
      List<Edge> next = open.stream().filter(edge -> !effects.contains(edge.from())).toList();
      if (next.isEmpty()) {
        throw new IllegalArgumentException("the chain runs in a circle through " + effects);
      }
      ordered.addAll(next);
      open.removeAll(next);
    }
    return List.copyOf(ordered);
  }

  /**
   * The risks with what triggers add.
   *
   * @param risks risk by hazard; a hazard left out does not act in the place
   * @param present hazards the county has; edges to and from others have no effect
   */
  public Map<String, Double> amplify(Map<String, Double> risks, Collection<String> present) {
    Map<String, Double> amplified = new TreeMap<>(risks);
    for (Edge edge : edges) {
      double trigger = amplified.getOrDefault(edge.from(), 0.0);
      if (trigger > 0 && present.contains(edge.from()) && present.contains(edge.to())) {
        double risk = amplified.getOrDefault(edge.to(), 0.0);
        amplified.put(edge.to(), amplified(risk, trigger, edge.probability()));
      }
    }
    return amplified;
  }

  /** What a risk becomes by one trigger, each 0 to 1. */
  static double amplified(double risk, double trigger, double probability) {
    return Math.min(1, risk + probability * trigger * (1 - risk));
  }
}
