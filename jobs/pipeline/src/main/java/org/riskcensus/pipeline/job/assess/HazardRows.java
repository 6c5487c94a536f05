package org.riskcensus.pipeline.job.assess;

import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.hazard.FloodExtent;
import org.riskcensus.core.hazard.GeohazardPoint;
import org.riskcensus.core.hazard.IgnitionSource;
import org.riskcensus.core.hazard.ReedWetland;
import org.riskcensus.core.hazard.SubsidenceZone;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/** Staging rows to the records of the core, geometry moved to the plane. */
final class HazardRows {

  private HazardRows() {}

  static FloodExtent flood(Row row) {
    return new FloodExtent(
        id(row),
        county(row),
        geometry(row),
        number(row, "depth_m"),
        (int) number(row, "return_period_a"));
  }

  static SubsidenceZone subsidence(Row row) {
    return new SubsidenceZone(
        id(row),
        county(row),
        geometry(row),
        findNumber(row, "rate_mm_a"),
        findNumber(row, "cumulative_mm"));
  }

  static GeohazardPoint geohazard(Row row) {
    return new GeohazardPoint(
        id(row),
        county(row),
        geometry(row),
        row.getAs("kind"),
        row.getAs("scale_grade"),
        row.<String>getAs("trend"),
        row.getAs("status"),
        number(row, "threatened_persons"),
        number(row, "threatened_property_wan"));
  }

  static ReedWetland wetland(Row row) {
    return new ReedWetland(
        id(row),
        county(row),
        geometry(row),
        findNumber(row, "fuel_load_t_ha"),
        findNumber(row, "moisture_pct"),
        findNumber(row, "open_water_pct"),
        findNumber(row, "fires_10a"));
  }

  static IgnitionSource ignition(Row row) {
    return new IgnitionSource(row.getAs("kind"), geometry(row));
  }

  static @Nullable String name(Row row) {
    return Arrays.asList(row.schema().fieldNames()).contains("name")
        ? row.<@Nullable String>getAs("name")
        : null;
  }

  private static String id(Row row) {
    return row.getAs("object_id");
  }

  private static String county(Row row) {
    return row.getAs("county_code");
  }

  private static Geometry geometry(Row row) {
    return PlaneProjection.read(row.<byte[]>getAs("geometry"));
  }

  private static double number(Row row, String column) {
    return row.<Number>getAs(column).doubleValue();
  }

  private static @Nullable Double findNumber(Row row, String column) {
    Number value = row.<@Nullable Number>getAs(column);
    return value == null ? null : value.doubleValue();
  }
}
