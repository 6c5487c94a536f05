package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
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
          .add("county_code", StringType)
          .add("west", DoubleType)
          .add("east", DoubleType)
          .add("south", DoubleType)
          .add("north", DoubleType);

  private AssessedBounds() {}

  /** The bounds; empty where no hazard acts farther than its objects, which spares looking. */
  static Optional<Envelope> find(Inputs inputs, AssessConfig config) {
    if (config.methods().hazards().stream().noneMatch(AssessedBounds::actsAround)) {
      return Optional.empty();
    }
    Envelope all = new Envelope();
    byCounty(shapes(inputs)).values().forEach(all::expandToInclude);
    return Optional.of(all);
  }

  private static boolean actsAround(AssessedHazard hazard) {
    return hazard.method() instanceof CriteriaMethod criteria
        && !criteria.influence().equals(Influence.none());
  }

  /** Units and indivisible objects: {@code county_code, geometry}. */
  static Dataset<Row> shapes(Inputs inputs) {
    return inputs
        .staging("admin_unit")
        .select("county_code", "geometry")
        .where(col("geometry").isNotNull())
        .union(Exposures.indivisibleShapes(inputs).select("origin", "geometry"));
  }

  /**
   * Bounds of the shapes of each county.
   *
   * @param shapes columns {@code county_code, geometry} (stored)
   */
  static Map<String, Envelope> byCounty(Dataset<Row> shapes) {
    Map<String, Envelope> bounds = new TreeMap<>();
    for (Row row :
        shapes
            .map((MapFunction<Row, Row>) AssessedBounds::ofShape, Encoders.row(SCHEMA))
            .groupBy("county_code")
            .agg(min("west"), max("east"), min("south"), max("north"))
            .collectAsList()) {
      bounds.put(
          row.getString(0),
          new Envelope(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)));
    }
    return bounds;
  }

  private static Row ofShape(Row row) {
    Envelope e = PlaneProjection.read(row.<byte[]>getAs(1)).getEnvelopeInternal();
    return RowFactory.create(row.get(0), e.getMinX(), e.getMaxX(), e.getMinY(), e.getMaxY());
  }
}
