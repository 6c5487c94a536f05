package org.riskcensus.pipeline.spatial;

import org.apache.spark.sql.SparkSession;

/**
 * The spatial functions of SQL, under their OGC names, over WKB in {@code binary} columns as the
 * tables store it: longitude and latitude in degrees, EPSG:4490.
 *
 * <p>Measures are metric (see {@link MeasureFunctions}); predicates and overlays are planar in
 * degrees, as JTS defines them. Any null argument gives null; a failure names the function and its
 * arguments.
 */
public final class SpatialFunctions {

  private SpatialFunctions() {}

  /**
   * Makes the functions known to {@code spark}, in place of any of the same name, and lets it plan
   * joins on them by {@link CellJoinRule}.
   */
  public static void register(SparkSession spark) {
    ConversionFunctions.register(spark);
    AccessorFunctions.register(spark);
    MeasureFunctions.register(spark);
    RelationFunctions.register(spark);
    ProcessingFunctions.register(spark);
    CellJoinRule.add(spark);
  }
}
