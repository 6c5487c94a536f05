package org.riskcensus.core.susceptibility;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.core.zoning.Generalisation;

/**
 * How susceptibility is computed and what it is used for.
 *
 * @param factors the factors that are used, with their classes, by code
 * @param countedStatuses statuses of hazard points that count
 * @param needs what a county must have
 * @param emptyPoints what is counted in a class without a point, above 0
 * @param classes codes of the classes of susceptibility, from the lowest
 * @param breaks how places are classed by their information value
 * @param background hazard index, by class, of places outside every influence zone
 * @param map how the areas of the classes are made fit for a map
 */
public record SusceptibilityMethod(
    Map<String, FactorClasses> factors,
    Set<String> countedStatuses,
    Needs needs,
    double emptyPoints,
    List<String> classes,
    BreakRule breaks,
    Map<String, Double> background,
    Generalisation map)
    implements Serializable {

  /** Class of a place where a factor in use is not known. */
  public static final String UNKNOWN = "unknown";

  /**
   * What a county must have for its information values to say something.
   *
   * @param points fewest hazard points, at least 1
   * @param factors fewest factors, at least 1
   * @param coverage least share of the county that each factor filed must be known on, 0 to 1
   */
  public record Needs(int points, int factors, double coverage) implements Serializable {

    /** Refuses needs that would let a county without points or factors pass. */
    public Needs {
      if (points < 1 || factors < 1) {
        throw new IllegalArgumentException(
            "at least one point and one factor are needed, got " + points + " and " + factors);
      }
    }
  }

  /** Copies what it is given. */
  public SusceptibilityMethod {
    factors = Map.copyOf(factors);
    countedStatuses = Set.copyOf(countedStatuses);
    classes = List.copyOf(classes);
    background = Map.copyOf(background);
    if (!(emptyPoints > 0 && emptyPoints < 1)) {
      throw new IllegalArgumentException(
          "an empty class is counted with more than 0 and less than 1 point, got " + emptyPoints);
    }
    if (breaks.levels() != classes.size()) {
      throw new IllegalArgumentException(
          "the classes are %s, so there must be %d breaks".formatted(classes, classes.size() - 1));
    }
  }

  /** The hazard index of a place of a class; 0 where its susceptibility is not known. */
  public double background(String code) {
    return background.getOrDefault(code, 0.0);
  }
}
