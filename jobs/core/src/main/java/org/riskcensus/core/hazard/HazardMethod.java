package org.riskcensus.core.hazard;

import java.io.Serializable;

/**
 * How surveyed objects become areas with an index and a level. A method does not know which hazard
 * it is used for: {@link CriteriaMethod} serves any, the others are the kinds of hazard whose
 * formula has a form of its own.
 */
public sealed interface HazardMethod extends Serializable
    permits CriteriaMethod, FloodMethod, GeohazardMethod, ReedFireMethod {

  /** The breaks that turn an index into a level. */
  LevelBreaks levels();
}
