package org.riskcensus.core.capacity;

import java.io.Serializable;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a standard wants of a resource: so much per head of a basis, or a figure by level or by
 * county.
 *
 * @param basis what heads are counted by; empty where the need is a figure
 * @param perHead need per head; 0 where the need is a figure
 * @param byLevel figures by level of the unit
 * @param byCounty figures by six-digit code of the county
 * @param wantedPct share of the need that must be there, in %
 */
public record NeedRule(
    String basis,
    double perHead,
    Map<String, Double> byLevel,
    Map<String, Double> byCounty,
    double wantedPct)
    implements Serializable {

  /** Refuses a rule that does not say one thing. */
  public NeedRule {
    byLevel = Map.copyOf(byLevel);
    byCounty = Map.copyOf(byCounty);
    int said = (basis.isEmpty() ? 0 : 1) + (byLevel.isEmpty() ? 0 : 1);
    if (said + (byCounty.isEmpty() ? 0 : 1) != 1) {
      throw new IllegalArgumentException("a need is one of basis, by_level, by_county");
    }
    if (!basis.isEmpty() && !(perHead > 0)) {
      throw new IllegalArgumentException("the need per head must be above zero");
    }
    positive("by_level", byLevel);
    positive("by_county", byCounty);
    if (!(wantedPct > 0)) {
      throw new IllegalArgumentException("wanted_pct must be above zero");
    }
  }

  private static void positive(String key, Map<String, Double> figures) {
    new TreeMap<>(figures)
        .forEach(
            (name, figure) -> {
              if (!(figure > 0)) {
                throw new IllegalArgumentException(
                    "the need of %s %s must be above zero, got %s".formatted(key, name, figure));
              }
            });
  }

  /** Whether the need is counted by heads. */
  public boolean isByHead() {
    return !basis.isEmpty();
  }

  /** The figure for a unit; empty where the standard has none for it, or counts by heads. */
  OptionalDouble figure(String level, String county) {
    Double figure = byLevel.isEmpty() ? byCounty.get(county) : byLevel.get(level);
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }
}
