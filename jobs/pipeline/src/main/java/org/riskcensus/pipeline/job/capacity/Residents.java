package org.riskcensus.pipeline.job.capacity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.Measure;
import org.riskcensus.core.join.SpatialPredicate;
import org.riskcensus.pipeline.spatial.JoinKind;
import org.riskcensus.pipeline.spatial.JoinOptions;
import org.riskcensus.pipeline.spatial.SpatialJoin;

/**
 * Residents of areas: those of a pixel, a polygon or a unit lie evenly in it, so that each area has
 * its share. Residents of a unit that was filed without a polygon have no place; {@code
 * ops.exposure_account} tells how many.
 */
final class Residents {

  private static final JoinOptions SHARES =
      new JoinOptions(
          JoinKind.INNER,
          Set.of(Measure.SHARES),
          JoinOptions.Strategy.AUTO,
          JoinOptions.DEFAULT_BROADCAST_BYTES);

  private final Dataset<Row> placed;

  /**
   * Places the residents.
   *
   * @param population staging.population
   * @param units staging.admin_unit
   */
  Residents(Dataset<Row> population, Dataset<Row> units) {
    Dataset<Row> ofUnits = units.select(col("admin_code"), col("geometry").as("unit_geometry"));
    this.placed =
        PlaneShapes.of(
            population
                .select("admin_code", "population", "geometry")
                .join(ofUnits, new String[] {"admin_code"}, "left")
                .withColumn("geometry", coalesce(col("geometry"), col("unit_geometry"))),
            "population");
  }

  /**
   * The residents of areas by the columns given.
   *
   * @param areas side of a spatial join, with these columns as attributes
   */
  Dataset<Row> in(Dataset<Row> areas, String by, String... more) {
    return new SpatialJoin(JoinCondition.of(SpatialPredicate.INTERSECTS), SHARES)
        .join(placed, areas)
        .groupBy(by, more)
        .agg(Sums.exact(col("population").multiply(col("share_left"))).as("residents"));
  }
}
