package org.riskcensus.core.risk;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.riskcensus.core.hazard.ReferenceRange;
import org.riskcensus.core.hazard.WeightedMean;
import org.riskcensus.core.weighting.Weighting;

/**
 * Capacity index of a township 减灾能力: the weighted mean of what is there per person (or per unit),
 * each normalised against a fixed range. Resources that serve the whole county count at its grain.
 *
 * @param components what counts
 * @param weighting weight of each, by the code of its resource
 */
public record CapacityMethod(List<Component> components, Weighting weighting)
    implements Serializable {

  /** Where the resource and those who share it are counted. */
  public enum Grain {
    TOWNSHIP,
    COUNTY
  }

  /** The resources; what each is divided by. */
  public enum Resource {
    /** Effective shelter area in m² per resident. */
    SHELTER_AREA("m2/人"),
    /** Members of rescue teams per 10,000 residents. */
    TEAM_MEMBERS("人/万人"),
    /** Persons that depots can supply, per resident. */
    DEPOT_PERSONS("人/人"),
    /** Disaster-information officers (A and B posts) per village unit. */
    OFFICERS("人/村");

    private final String unit;

    Resource(String unit) {
      this.unit = unit;
    }

    /** The unit of the ratio. */
    public String unit() {
      return unit;
    }

    /** The name used in method files and tables. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One resource.
   *
   * @param resource what is counted
   * @param grain where it is counted
   * @param range range of the ratio
   */
  public record Component(Resource resource, Grain grain, ReferenceRange range)
      implements Serializable {}

  /** Copies the components and refuses none, or one without a weight. */
  public CapacityMethod {
    components = List.copyOf(components);
    ExposureMethod.requireWeights(
        weighting, components.stream().map(c -> c.resource().code()).toList());
  }

  /** The same resources with other weights. */
  public CapacityMethod weighed(Map<String, Double> weights) {
    return new CapacityMethod(components, Weighting.given(weights));
  }

  /**
   * The index, 0 to 1.
   *
   * @param ratios one for each component, in their order
   */
  public double index(double[] ratios) {
    WeightedMean mean = new WeightedMean();
    int i = 0;
    for (double weight : weighting.weights().values()) {
      mean.add(weight, components.get(i).range().normalise(ratios[i]));
      i++;
    }
    return mean.value();
  }
}
