package org.riskcensus.core.risk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What {@link PlaceRisk} computes, for very many places of one county: hazards have numbers, in the
 * order of their codes, so that no map is made for a place. Immutable.
 */
public final class CountyRisk {

  /** An edge of the chain by numbers. */
  private record Edge(int from, int to, double probability) {}

  private final ComprehensiveMethod method;
  private final List<String> hazards;
  private final List<Edge> edges;

  /**
   * The risk of the places of a county.
   *
   * @param method how hazards are put together
   * @param present hazards the county has
   */
  public CountyRisk(ComprehensiveMethod method, Collection<String> present) {
    this.method = method;
    this.hazards = present.stream().sorted().toList();
    this.edges =
        method.chain().edges().stream()
            .filter(edge -> present.contains(edge.from()) && present.contains(edge.to()))
            .map(edge -> new Edge(number(edge.from()), number(edge.to()), edge.probability()))
            .toList();
  }

  /** The hazards by number. */
  public List<String> hazards() {
    return hazards;
  }

  private int number(String hazard) {
    return hazards.indexOf(hazard);
  }

  /** Weights by number. */
  public double[] byNumber(Map<String, Double> weights) {
    return hazards.stream()
        .mapToDouble(hazard -> Objects.requireNonNull(weights.get(hazard), hazard))
        .toArray();
  }

  /**
   * The comprehensive risk of a place.
   *
   * @param risks risk of each hazard by number, 0 where it does not reach; afterwards with what
   *     chains add
   * @param weights weight of each hazard by number
   */
  public double comprehensive(double[] risks, double[] weights) {
    for (Edge edge : edges) {
      double trigger = risks[edge.from()];
      if (trigger > 0) {
        risks[edge.to()] = DisasterChain.amplified(risks[edge.to()], trigger, edge.probability());
      }
    }
    return method.risk(risks, weights);
  }
}
