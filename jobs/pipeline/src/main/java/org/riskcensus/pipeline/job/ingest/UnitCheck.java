package org.riskcensus.pipeline.job.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.audit.check.UnitFit;

/**
 * Checks a row against the administrative unit it claims: the unit must exist, and a geometry must
 * come within the distance of the rule {@code outside_unit}. Arguments are the code the row claims,
 * the code of the unit found (null where there is none), its polygon and the geometry of the row,
 * both WKB in the plane. Keeps the units used last; not thread-safe, each task has its own copy.
 */
final class UnitCheck implements UDF4<String, String, byte[], byte[], Row> {

  /** What was found, and how the row fits its unit, a name of {@link UnitFit} or null. */
  static final StructType TYPE =
      new StructType().add("findings", ConformedRow.FINDINGS).add("unit_fit", DataTypes.StringType);

  private static final long serialVersionUID = 1L;
  private static final int UNITS_KEPT = 64;

  private final double toleranceMetres;
  private final OffsetTest offset;
  private transient @Nullable Map<String, PreparedGeometry> units;

  UnitCheck(RowRules rules) {
    this.toleranceMetres = rules.limit("outside_unit", "max_distance_m");
    this.offset = new OffsetTest(rules.limit("gcj02_offset", "max_object_m"));
  }

  @Override
  public Row call(
      @Nullable String code,
      @Nullable String unitCode,
      byte @Nullable [] unit,
      byte @Nullable [] plane) {
    // A row without a readable code has its finding already.
    if (code == null) {
      return row(List.of(), null);
    }
    if (unitCode == null) {
      return row(List.of(unknown(code)), null);
    }
    if (unit == null || plane == null) {
      return row(List.of(), null);
    }
    PreparedGeometry area = units().computeIfAbsent(code, c -> prepared(unit));
    Geometry geometry = Wkb.read(plane);
    return row(place(code, area, geometry), offset.fit(geometry, area).orElse(null));
  }

  private static Row row(List<Finding> findings, @Nullable UnitFit fit) {
    return RowFactory.create(ConformedRow.findings(findings), fit == null ? null : fit.name());
  }

  private Map<String, PreparedGeometry> units() {
    Map<String, PreparedGeometry> kept = units;
    if (kept == null) {
      kept = new LastUsed();
      units = kept;
    }
    return kept;
  }

  private static PreparedGeometry prepared(byte[] unit) {
    return PreparedGeometryFactory.prepare(Wkb.read(unit));
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

  /** The units used last, by code. */
  private static final class LastUsed extends LinkedHashMap<String, PreparedGeometry> {

    private static final long serialVersionUID = 1L;

    LastUsed() {
      super(UNITS_KEPT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, PreparedGeometry> eldest) {
      return size() > UNITS_KEPT;
    }
  }
}
