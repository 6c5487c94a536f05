package org.riskcensus.pipeline.spatial;

import org.apache.spark.sql.SparkSessionExtensions;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Makes sessions plan spatial joins of SQL by {@link CellJoinRule}; named in their configuration.
 */
public final class SpatialExtension extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectOptimizerRule(session -> new CellJoinRule());
    return BoxedUnit.UNIT;
  }
}
