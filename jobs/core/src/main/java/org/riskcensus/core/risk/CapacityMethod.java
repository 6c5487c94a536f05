package org.riskcensus.core.risk;

import java.io.Serializable;
import java.util.List;
import org.riskcensus.core.hazard.ReferenceRange;
import org.riskcensus.core.hazard.WeightedMean;

/**
 * Capacity index of a township 减灾能力: the weighted mean of what is there per person (or per unit),
 * each normalised against a fixed range. Resources that serve the whole county count at its grain.
 *
 * @param components what counts, and how much
 */
public record CapacityMethod(List<Component> components) implements Serializable {

  /** Where the resource and those who share it are counted. */
  public enum Grain {
    TOWNSHIP,
    COUNTY
  }

  /** The resources; what each is divided by. */
  public enum Resource {
    /** Effective shelter area in m² per resident. */
    SHELTER_AREA,
    /** Members of rescue teams per 10,000 residents. */
    TEAM_MEMBERS,
    /** Persons that depots can supply, per resident. */
    DEPOT_PERSONS,
    /** Disaster-information officers (A and B posts) per village unit. */
    OFFICERS
  }

  /**
   * One resource.
   *
   * @param resource what is counted
   * @param grain where it is counted
   * @param weight its weight
   * @param range range of the ratio
   */
  public record Component(Resource resource, Grain grain, double weight, ReferenceRange range)
      implements Serializable {}

  /** Copies the components and refuses none. */
  public CapacityMethod {
    components = List.copyOf(components);
    if (components.isEmpty()) {
      throw new IllegalArgumentException("capacity needs at least one component");
    }
  }

  /**
   * The index, 0 to 1.
   *
   * @param ratios one for each component, in their order
   */
  public double index(double[] ratios) {
    WeightedMean mean = new WeightedMean();
    for (int i = 0; i < components.size(); i++) {
      Component component = components.get(i);
      mean.add(component.weight(), component.range().normalise(ratios[i]));
    }
    return mean.value();
  }
}
