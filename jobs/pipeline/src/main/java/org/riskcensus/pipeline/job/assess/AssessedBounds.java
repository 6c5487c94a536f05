package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.riskcensus.core.hazard.CriteriaMethod;
import org.riskcensus.core.hazard.Influence;
import org.riskcensus.pipeline.method.AssessedHazard;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/**
 * Bounds, in the analysis plane, of everything that a hazard is told of: units and indivisible
 * objects. Of an object that acts many kilometres around, only what lies within them is cut into
 * cells, as the rest would become no fact.
 */
final class AssessedBounds {

  private static final StructType SCHEMA =
      new StructType()
          .add("west", DoubleType)
          .add("east", DoubleType)
          .add("south", DoubleType)
          .add("north", DoubleType);

  private AssessedBounds() {}

  /** The bounds; empty where no hazard acts farther than its objects, which spares looking. */
  static Optional<Envelope> find(Inputs inputs, AssessConfig config) {
    return config.methods().hazards().stream().anyMatch(AssessedBounds::actsAround)
        ? Optional.of(of(inputs))
        : Optional.empty();
  }

  private static boolean actsAround(AssessedHazard hazard) {
    return hazard.method() instanceof CriteriaMethod criteria
        && !criteria.influence().equals(Influence.none());
  }

  private static Envelope of(Inputs inputs) {
    Row bounds =
        inputs
            .staging("admin_unit")
            .select("geometry")
            .union(Exposures.indivisibleShapes(inputs).select("geometry"))
            .where(col("geometry").isNotNull())
            .map((MapFunction<Row, Row>) AssessedBounds::ofShape, Encoders.row(SCHEMA))
            .agg(min("west"), max("east"), min("south"), max("north"))
            .first();
    return bounds.isNullAt(0)
        ? new Envelope()
        : new Envelope(
            bounds.getDouble(0), bounds.getDouble(1), bounds.getDouble(2), bounds.getDouble(3));
  }

  private static Row ofShape(Row row) {
    Envelope e = PlaneProjection.read(row.<byte[]>getAs(0)).getEnvelopeInternal();
    return RowFactory.create(e.getMinX(), e.getMaxX(), e.getMinY(), e.getMaxY());
  }
}
