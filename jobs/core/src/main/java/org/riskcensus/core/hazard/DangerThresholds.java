package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.List;

/**
 * The danger grade of a geohazard point by what it threatens: bounds are inclusive ("以上" includes
 * the number) and the stronger of the two criteria wins.
 *
 * @param persons fewest persons of medium, large, very large
 * @param propertyWan least property of medium, large, very large, 10⁴ CNY
 */
public record DangerThresholds(List<Double> persons, List<Double> propertyWan)
    implements Serializable {

  /** Refuses anything but three ascending bounds each. */
  public DangerThresholds {
    persons = List.copyOf(persons);
    propertyWan = List.copyOf(propertyWan);
    if (persons.size() != 3 || propertyWan.size() != 3) {
      throw new IllegalArgumentException("danger needs three bounds each for persons, property");
    }
    Ascending.require("danger bounds", persons);
    Ascending.require("danger bounds", propertyWan);
  }

  /** The grade of a point that threatens this much. */
  public DangerGrade grade(double threatenedPersons, double threatenedPropertyWan) {
    int rank =
        1
            + Math.max(
                reached(persons, threatenedPersons), reached(propertyWan, threatenedPropertyWan));
    return DangerGrade.ofRank(rank);
  }

  private static int reached(List<Double> bounds, double value) {
    return (int) bounds.stream().filter(bound -> value >= bound).count();
  }
}
