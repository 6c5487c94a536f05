package org.riskcensus.pipeline.job.export;

import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.lakehouse.Lake;

/**
 * A released lake of one invented county, 0.2° by 0.1°: its west half a key zone at level 4, its
 * east half a general zone in no level.
 */
final class Released {

  private static final String BOUNDS =
      "unhex('%s') AS geometry, %s AS xmin, %s AS ymin, %s AS xmax, %s AS ymax, 1L AS cell";

  private Released() {}

  static Contracts fill(SparkSession spark, Lake lake) {
    lake.replaceYear("staging.admin_unit", 2025, spark.sql(String.join(" UNION ALL ", units())));
    String east = zone("370321-flood-general-0001", "general", "一般防治区", 2e6, box(118.1, 118.2));
    String west = zone("370321-flood-key-0001", "key", "重点防治区", 1e6, box(118, 118.1));
    lake.replaceYear("marts.zone", 2025, spark.sql(east + " UNION ALL " + west));
    lake.replaceYear(
        "marts.level_area",
        2025,
        spark.sql(zone("370321-flood-4-0001", "4", "高风险", 1e6, box(118, 118.1))));
    lake.publish();
    lake.tag("marts.zone");
    return lake.contracts();
  }

  private static List<String> units() {
    return List.of(
        unit("370321000000", "county", "桓台县", box(118, 118.2)),
        unit("370321101000", "township", "索镇", box(118, 118.1)),
        unit("370321102000", "township", "起凤镇", box(118.1, 118.2)));
  }

  private static String unit(String code, String level, String name, Geometry outline) {
    return ("SELECT '%s' AS admin_code, '370321' AS county_code, '%s' AS level, '%s' AS name,"
            + " 's' AS source_id, 's' AS submission_id, 'f' AS file, 1L AS row_number,"
            + " 'ok' AS qc_status, 'L0' AS sensitivity, %s")
        .formatted(code, level, name, bounds(outline));
  }

  private static String zone(
      String id, String code, String name, double squareMetres, Geometry outline) {
    return ("SELECT '"
            + id
            + "' AS zone_id, '370321' AS county_code, '桓台县' AS county_name,"
            + " 'flood' AS hazard, '%1$s' AS class, '%2$s' AS class_name, '索镇洪涝%2$s1号' AS zone_name,"
            + " 1 AS townships, %3$sD AS area_m2, %3$sD AS graded_area_m2, 0D AS merged_area_m2,"
            + " 0 AS merged_parts, 0D AS moved_area_m2, %4$s")
        .formatted(code, name, squareMetres, bounds(outline));
  }

  private static String bounds(Geometry outline) {
    Envelope box = outline.getEnvelopeInternal();
    return BOUNDS.formatted(
        HexFormat.of().formatHex(Wkb.write(outline)),
        box.getMinX() + "D",
        box.getMinY() + "D",
        box.getMaxX() + "D",
        box.getMaxY() + "D");
  }

  private static Geometry box(double west, double east) {
    return new GeometryFactory().toGeometry(new Envelope(west, east, 37, 37.1));
  }
}
