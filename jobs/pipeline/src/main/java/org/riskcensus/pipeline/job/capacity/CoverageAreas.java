package org.riskcensus.pipeline.job.capacity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.capacity.Coverage;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.SpatialPredicate;
import org.riskcensus.pipeline.spatial.JoinKind;
import org.riskcensus.pipeline.spatial.JoinOptions;
import org.riskcensus.pipeline.spatial.PlaneProjection;
import org.riskcensus.pipeline.spatial.SpatialJoin;

/**
 * The finest units parted into what a service covers and its gap 覆盖盲区. Reaches and units meet by a
 * spatial join; a unit is then parted by the reaches that come near it, in the order of their
 * facilities.
 */
final class CoverageAreas {

  /** Columns of the mart, and {@code plane}: the part in the analysis plane. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "county_code string, service string, admin_code string, name string, class string,"
              + " area_m2 double, plane binary, geometry binary, xmin double, ymin double,"
              + " xmax double, ymax double, cell bigint");

  private CoverageAreas() {}

  /**
   * The parts.
   *
   * @param units the finest units, as {@link PlaneShapes} lays them out
   * @param services what is known of which county: {@code county_code, service}
   * @param reaches rows of {@link Facilities#reaches}
   */
  static Dataset<Row> of(Dataset<Row> units, Dataset<Row> services, Dataset<Row> reaches) {
    Dataset<Row> near =
        new SpatialJoin(
                JoinCondition.of(SpatialPredicate.INTERSECTS), JoinOptions.of(JoinKind.INNER))
            .join(units, reaches.withColumn("reach", col("geometry")))
            .groupBy("admin_code", "service")
            .agg(sort_array(collect_list(struct("object_id", "reach"))).as("reaches"));
    FlatMapFunction<Row, Row> parts = unit -> parts(unit).iterator();
    return units
        .join(services, "county_code")
        .join(near, new String[] {"admin_code", "service"}, "left")
        .select("county_code", "service", "admin_code", "name", "geometry", "reaches")
        .flatMap(parts, Encoders.row(SCHEMA));
  }

  private static List<Row> parts(Row unit) {
    List<Geometry> reaches = new ArrayList<>();
    if (!unit.isNullAt(5)) {
      unit.<Row>getList(5).forEach(reach -> reaches.add(Wkb.read(reach.<byte[]>getAs(1))));
    }
    Coverage coverage = Coverage.of(Wkb.read(unit.<byte[]>getAs(4)), reaches);
    List<Row> parts = new ArrayList<>();
    if (!coverage.covered().isEmpty()) {
      parts.add(part(unit, "covered", coverage.covered()));
    }
    if (!coverage.gap().isEmpty()) {
      parts.add(part(unit, "gap", coverage.gap()));
    }
    return parts;
  }

  private static Row part(Row unit, String kind, Geometry plane) {
    Geometry stored = PlaneProjection.toLonLat(plane);
    Envelope bounds = stored.getEnvelopeInternal();
    return RowFactory.create(
        unit.get(0),
        unit.get(1),
        unit.get(2),
        unit.get(3),
        kind,
        plane.getArea(),
        Wkb.write(plane),
        Wkb.write(stored),
        bounds.getMinX(),
        bounds.getMinY(),
        bounds.getMaxX(),
        bounds.getMaxY(),
        PlaneProjection.storedCell(plane));
  }
}
