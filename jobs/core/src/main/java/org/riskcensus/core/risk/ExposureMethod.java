package org.riskcensus.core.risk;

import java.io.Serializable;
import java.util.List;
import org.riskcensus.core.hazard.ReferenceRange;
import org.riskcensus.core.hazard.WeightedMean;

/**
 * Exposure index of a cell: the weighted mean of densities, each normalised against a fixed range.
 * Exposure is surveyed everywhere, so a quantity that is absent in a cell counts as density 0.
 *
 * @param components what counts, and how much
 */
public record ExposureMethod(List<Component> components) implements Serializable {

  /**
   * One density.
   *
   * @param exposure the quantity
   * @param weight its weight
   * @param perSquareKilometre range of the quantity per km²
   */
  public record Component(Exposure exposure, double weight, ReferenceRange perSquareKilometre)
      implements Serializable {}

  /** Copies the components and refuses none. */
  public ExposureMethod {
    components = List.copyOf(components);
    if (components.isEmpty()) {
      throw new IllegalArgumentException("exposure needs at least one component");
    }
  }

  /**
   * The index, 0 to 1.
   *
   * @param quantities one for each component, in their order
   * @param areaSquareMetres the area they lie in, above 0
   */
  public double index(double[] quantities, double areaSquareMetres) {
    WeightedMean mean = new WeightedMean();
    for (int i = 0; i < components.size(); i++) {
      Component component = components.get(i);
      double density = quantities[i] / areaSquareMetres * 1e6;
      mean.add(component.weight(), component.perSquareKilometre().normalise(density));
    }
    return mean.value();
  }
}
