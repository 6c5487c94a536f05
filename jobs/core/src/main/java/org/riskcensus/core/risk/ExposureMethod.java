package org.riskcensus.core.risk;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.hazard.ReferenceRange;
import org.riskcensus.core.hazard.WeightedMean;
import org.riskcensus.core.weighting.Weighting;

/**
 * Exposure index of a cell: the weighted mean of densities, each normalised against a range.
 * Exposure is surveyed everywhere, so a quantity that is absent in a cell counts as density 0.
 *
 * @param components what counts
 * @param weighting weight of each, by its code
 */
public record ExposureMethod(List<Component> components, Weighting weighting)
    implements Serializable {

  /**
   * One density.
   *
   * @param exposure the quantity
   * @param perSquareKilometre range of the quantity per km²; null for the range observed in the
   *     release
   */
  public record Component(Exposure exposure, @Nullable ReferenceRange perSquareKilometre)
      implements Serializable {

    /** The density on 0 to 1. */
    double normalise(double density) {
      if (perSquareKilometre == null) {
        throw new IllegalStateException("the range of " + exposure.code() + " is not observed yet");
      }
      return perSquareKilometre.normalise(density);
    }
  }

  /** Copies the components and refuses none, or one without a weight. */
  public ExposureMethod {
    components = List.copyOf(components);
    List<String> codes = components.stream().map(c -> c.exposure().code()).toList();
    requireWeights(weighting, codes);
  }

  static void requireWeights(Weighting weighting, Collection<String> indicators) {
    if (!List.copyOf(weighting.expert().keySet()).equals(List.copyOf(indicators))) {
      throw new IllegalArgumentException(
          "weights are for " + weighting.expert().keySet() + ", indicators are " + indicators);
    }
  }

  /** Whether weights or ranges follow from the data of the release. */
  public boolean needsData() {
    return weighting.needsData()
        || components.stream().anyMatch(c -> c.perSquareKilometre() == null);
  }

  /** The same densities with ranges and weights that the data gave. */
  public ExposureMethod fitted(List<ReferenceRange> ranges, Map<String, Double> weights) {
    List<Component> known = new java.util.ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      known.add(new Component(components.get(i).exposure(), ranges.get(i)));
    }
    return new ExposureMethod(known, Weighting.given(weights));
  }

  /** The same densities with other weights. */
  public ExposureMethod weighed(Map<String, Double> weights) {
    return new ExposureMethod(components, Weighting.given(weights));
  }

  /**
   * The normalised densities.
   *
   * @param quantities one for each component, in their order
   * @param areaSquareMetres the area they lie in, above 0
   */
  public double[] normalised(double[] quantities, double areaSquareMetres) {
    double[] normalised = new double[quantities.length];
    for (int i = 0; i < quantities.length; i++) {
      normalised[i] = components.get(i).normalise(quantities[i] / areaSquareMetres * 1e6);
    }
    return normalised;
  }

  /** The index, 0 to 1, of densities that {@link #normalised} gave. */
  public double index(double[] normalised) {
    WeightedMean mean = new WeightedMean();
    int i = 0;
    for (double weight : weighting.weights().values()) {
      mean.add(weight, normalised[i++]);
    }
    return mean.value();
  }
}
