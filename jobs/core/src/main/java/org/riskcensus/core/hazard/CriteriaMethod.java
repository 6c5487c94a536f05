package org.riskcensus.core.hazard;

import java.util.List;
import java.util.Optional;

/**
 * A hazard by criteria 指标法: each criterion turns a surveyed column into an index, the indices
 * become one, and the hazard acts on the object or within its influence. Index 0 is no hazard, so
 * such an object has no area; neither has one of which no criterion is known.
 *
 * @param criteria at least one
 * @param combination how the indices become one
 * @param influence how far around an object the hazard acts
 * @param levels breaks of the index
 */
public record CriteriaMethod(
    List<Criterion> criteria, Combination combination, Influence influence, LevelBreaks levels)
    implements HazardMethod {

  /** How the indices of the criteria become one. */
  public enum Combination {
    /** The greatest, as in "either criterion". */
    STRONGEST,
    /** {@code Σ wᵢ xᵢ / Σ wᵢ} over the criteria that are known. */
    WEIGHTED
  }

  /** Copies the criteria and refuses none. */
  public CriteriaMethod {
    criteria = List.copyOf(criteria);
    if (criteria.isEmpty()) {
      throw new IllegalArgumentException("a hazard by criteria has at least one criterion");
    }
  }

  /** The index of an object; empty when no criterion is known of it. */
  public Optional<Double> index(SurveyedObject object) {
    WeightedMean mean = new WeightedMean();
    Optional<Double> strongest = Optional.empty();
    for (Criterion criterion : criteria) {
      Optional<Double> index = criterion.index(object);
      if (index.isPresent()) {
        mean.add(criterion.weight(), index.get());
        strongest = Optional.of(Math.max(strongest.orElse(0.0), index.get()));
      }
    }
    if (combination == Combination.STRONGEST) {
      return strongest;
    }
    return mean.isEmpty() ? Optional.empty() : Optional.of(mean.value());
  }

  /** The area where the hazard of an object acts; empty where there is none. */
  public Optional<HazardArea> assess(SurveyedObject object) {
    return index(object)
        .filter(index -> index > 0)
        .map(
            index ->
                new HazardArea(
                    object.objectId(),
                    object.countyCode(),
                    influence.around(object),
                    index,
                    levels.levelOf(index),
                    0));
  }
}
