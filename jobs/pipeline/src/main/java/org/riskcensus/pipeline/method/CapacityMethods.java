package org.riskcensus.pipeline.method;

import java.io.Serializable;
import java.util.List;
import org.riskcensus.core.capacity.NeedRule;
import org.riskcensus.core.capacity.ReachSteps;

/**
 * How capacity products 减灾能力成果 are computed: {@code schemas/methods/coverage.yaml} and {@code
 * capacity_need.yaml}.
 *
 * @param services in the order of the file
 * @param measures in the order of the file
 */
public record CapacityMethods(List<Service> services, List<Measure> measures) {

  /** Basis that is counted from the population layer; others are columns of the yearbook. */
  public static final String RESIDENTS = "residents";

  /** The yearbook, whose figures are those of the newest year up to the census year. */
  public static final String YEARBOOK = "statistics_yearbook";

  /**
   * A service and how far it reaches.
   *
   * @param id code of {@code coverage_service}
   * @param table staging table of its facilities, without the namespace
   * @param kinds kinds of facilities that belong to it; empty for all
   * @param reach where the metres come from
   */
  public record Service(String id, String table, List<String> kinds, Reach reach) {}

  /**
   * Where the reach of a facility comes from.
   *
   * @param column column with the metres, or with the size that the steps are held against
   * @param steps empty where the column has metres
   */
  public record Reach(String column, List<ReachSteps> steps) implements Serializable {

    /** The metres; NaN for a column without a value. */
    public double metres(double value) {
      return steps.isEmpty() ? value : steps.get(0).metres(value);
    }
  }

  /**
   * A resource and what is wanted of it.
   *
   * @param id code of {@code capacity_measure}
   * @param table staging table, without the namespace
   * @param column that is summed
   * @param unit of stock and need
   * @param levels levels of units it is computed for
   */
  public record Measure(
      String id,
      String table,
      String column,
      String unit,
      NeedRule rule,
      List<String> levels,
      String standard,
      String evidence)
      implements Serializable {}
}
