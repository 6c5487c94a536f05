package org.riskcensus.pipeline.job.capacity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.method.CapacityMethods.Reach;
import org.riskcensus.pipeline.method.CapacityMethods.Service;
import org.riskcensus.pipeline.spatial.GaussKruger;
import org.riskcensus.pipeline.spatial.PlaneProjection;
import org.riskcensus.pipeline.spatial.UnitTree;

/**
 * Shelters and stations with their reach, once for each service they belong to: {@code service,
 * county_code, admin_code, object_id, metres, geometry} (stored; metres null where none is known, 0
 * where it reaches nobody).
 */
final class Facilities {

  private static final int QUADRANT_SEGMENTS = 32;

  private Facilities() {}

  static Dataset<Row> of(StagingTables staging, List<Service> services) {
    return services.stream()
        .map(service -> of(staging.table(service.table()), service))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static Dataset<Row> of(Dataset<Row> rows, Service service) {
    Column own =
        service.kinds().isEmpty() ? lit(true) : col("kind").isin(service.kinds().toArray());
    return rows.where(own)
        .select(
            lit(service.id()).as("service"),
            col("county_code"),
            col("admin_code"),
            col("object_id"),
            metres(service.reach())
                .apply(col(service.reach().column()).cast("double"))
                .as("metres"),
            col("geometry"));
  }

  private static UserDefinedFunction metres(Reach reach) {
    UDF1<Double, Double> metres = value -> known(reach, value);
    return udf(metres, DataTypes.DoubleType);
  }

  /** A reach of 0 is known: the facility covers nothing. One that was not filed is not known. */
  private static @Nullable Double known(Reach reach, @Nullable Double value) {
    return value == null || value.isNaN() ? null : reach.metres(value);
  }

  /** Their reaches as areas of the analysis plane, laid out as a side of a spatial join. */
  static Dataset<Row> reaches(Dataset<Row> facilities) {
    UDF2<byte[], Double, byte[]> reach = Facilities::reach;
    Column shape = udf(reach, DataTypes.BinaryType).apply(col("geometry"), col("metres"));
    return PlaneShapes.side(
        facilities.where(col("metres").gt(0).and(col("geometry").isNotNull())),
        shape,
        "service",
        "object_id");
  }

  private static byte[] reach(byte[] stored, Double metres) {
    return Wkb.write(
        PlaneProjection.toPlane(
            GaussKruger.buffer(
                Wkb.read(stored), Objects.requireNonNull(metres), QUADRANT_SEGMENTS)));
  }

  /** How many each county has of a service and how many of them have a reach. */
  static Dataset<Row> ofCounties(Dataset<Row> facilities) {
    return facilities
        .groupBy("county_code", "service")
        .agg(count(lit(1)).as("filed"), count(col("metres")).as("reaching"));
  }

  /** How many lie in each unit, by its code and those above it. */
  static Dataset<Row> ofUnits(Dataset<Row> facilities, UnitTree tree) {
    Column without = when(col("metres").isNull(), 1).otherwise(0);
    return facilities
        .select(col("service"), col("admin_code").as("unit"), without.as("without"))
        .join(tree.within().select("unit", "admin_code"), "unit")
        .groupBy("admin_code", "service")
        .agg(count(lit(1)).as("facilities"), coalesce(sum("without"), lit(0L)).as("without_reach"));
  }
}
