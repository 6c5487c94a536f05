package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.sum;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.core.geometry.Wkb;

/**
 * Checks each row against the administrative unit it claims: the unit must exist, and a geometry
 * must come within the distance of the rule {@code outside_unit}.
 */
final class UnitTransform {

  private static final int UNITS_KEPT = 64;
  private static final long SENT_BYTES = 64L << 20;

  private UnitTransform() {}

  /**
   * Adds the findings of the unit checks.
   *
   * @param rows conformed rows without administrative units
   * @param units {@code admin_code} (unique) and {@code plane}, the unit's polygon in the plane
   */
  static Dataset<Row> apply(Dataset<Row> rows, Dataset<Row> units, RowRules rules) {
    double tolerance = rules.limit("outside_unit", "max_distance_m");
    OffsetTest offset = new OffsetTest(rules.limit("gcj02_offset", "max_object_m"));
    Dataset<Row> keyed =
        units.select(col("admin_code").as("unit_code"), col("plane").as("unit_plane"));
    MapPartitionsFunction<Row, Row> check = joined -> new Checked(joined, tolerance, offset);
    return rows.join(sent(keyed), col("admin_code").equalTo(col("unit_code")), "left")
        .mapPartitions(check, Encoders.row(ConformedRow.TYPE));
  }

  /**
   * Units that are small together are sent to every task: the many rows then stay where they are.
   */
  private static Dataset<Row> sent(Dataset<Row> units) {
    Row bytes = units.agg(sum(length(col("unit_plane")))).head();
    return !bytes.isNullAt(0) && bytes.getLong(0) > SENT_BYTES ? units : broadcast(units);
  }

  private static final class Checked implements Iterator<Row> {

    private final Iterator<Row> rows;
    private final double toleranceMetres;
    private final OffsetTest offset;
    private final Map<String, PreparedGeometry> units =
        new LinkedHashMap<>(UNITS_KEPT, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, PreparedGeometry> eldest) {
            return size() > UNITS_KEPT;
          }
        };

    Checked(Iterator<Row> rows, double toleranceMetres, OffsetTest offset) {
      this.rows = rows;
      this.toleranceMetres = toleranceMetres;
      this.offset = offset;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      Row row = rows.next();
      String code = row.getAs("admin_code");
      // A row without a readable code has its finding already.
      if (code == null) {
        return ConformedRow.withUnit(row, List.of(), null);
      }
      if (row.getAs("unit_code") == null) {
        return ConformedRow.withUnit(row, List.of(unknown(code)), null);
      }
      byte @Nullable [] unit = row.getAs("unit_plane");
      byte @Nullable [] plane = row.getAs("plane");
      if (unit == null || plane == null) {
        return ConformedRow.withUnit(row, List.of(), null);
      }
      PreparedGeometry area =
          units.computeIfAbsent(code, c -> PreparedGeometryFactory.prepare(Wkb.read(unit)));
      Geometry geometry = Wkb.read(plane);
      return ConformedRow.withUnit(
          row, place(code, area, geometry), offset.fit(geometry, area).orElse(null));
    }

    private static Finding unknown(String code) {
      return new Finding(
          "admin_code_unknown",
          Severity.ERROR,
          "admin_code",
          Wording.of(code),
          Wording.phrase("unit_of_the_table"),
          null);
    }

    private List<Finding> place(String code, PreparedGeometry area, Geometry geometry) {
      if (area.intersects(geometry)
          || area.getGeometry().isWithinDistance(geometry, toleranceMetres)) {
        return List.of();
      }
      double metres = area.getGeometry().distance(geometry);
      return List.of(
          new Finding(
              "outside_unit",
              Severity.ERROR,
              "geometry",
              Wording.phrase("metres_outside", Math.round(metres), code),
              Wording.phrase("within_metres_of_unit", Wording.limit(toleranceMetres)),
              null));
    }
  }
}
