package org.riskcensus.pipeline.job.assess;

import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.hazard.CriteriaMethod;
import org.riskcensus.core.hazard.DrySeason;
import org.riskcensus.core.hazard.FloodExtent;
import org.riskcensus.core.hazard.FloodMethod;
import org.riskcensus.core.hazard.GeohazardMethod;
import org.riskcensus.core.hazard.GeohazardPoint;
import org.riskcensus.core.hazard.HazardArea;
import org.riskcensus.core.hazard.HazardMethod;
import org.riskcensus.core.hazard.IgnitionSource;
import org.riskcensus.core.hazard.ReedWetland;
import org.riskcensus.core.hazard.SurveyedObject;
import org.riskcensus.pipeline.method.AssessedHazard;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/** Staging rows to the records of the core, geometry moved to the plane. */
final class HazardRows {

  /** What a row of a staging table means for a hazard; travels to tasks. */
  interface Assess extends Function<Row, Optional<HazardArea>>, Serializable {}

  private HazardRows() {}

  /** How a hazard is assessed whose objects each give one area and do not know of others. */
  static Assess assess(AssessedHazard hazard) {
    HazardMethod method = hazard.method();
    if (method instanceof FloodMethod flood) {
      return row -> Optional.of(flood.assess(flood(row)));
    }
    if (method instanceof GeohazardMethod geohazard) {
      return row -> geohazard.assess(geohazard(row));
    }
    if (method instanceof CriteriaMethod criteria) {
      List<String> inputs = hazard.inputs();
      return row -> criteria.assess(surveyed(row, inputs));
    }
    throw new IllegalArgumentException(hazard.code() + " is not assessed row by row");
  }

  /**
   * An object with the columns that a method reads; what is empty was not reported. Whole numbers
   * are codes too, as a code list may have them.
   */
  private static SurveyedObject surveyed(Row row, List<String> columns) {
    Map<String, Double> numbers = new HashMap<>();
    Map<String, String> codes = new HashMap<>();
    for (String column : columns) {
      Object value = row.getAs(column);
      if (value instanceof Number number) {
        numbers.put(column, number.doubleValue());
      }
      if (value instanceof String || value instanceof Integer || value instanceof Long) {
        codes.put(column, value.toString());
      }
    }
    return new SurveyedObject(id(row), county(row), geometry(row), numbers, codes);
  }

  private static FloodExtent flood(Row row) {
    return new FloodExtent(
        id(row),
        county(row),
        geometry(row),
        (int) number(row, "return_period_a"),
        number(row, "depth_m"),
        findNumber(row, "velocity_ms"),
        findNumber(row, "duration_h"));
  }

  private static GeohazardPoint geohazard(Row row) {
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
    String season = row.<@Nullable String>getAs("dry_season");
    return new ReedWetland(
        id(row),
        county(row),
        geometry(row),
        new ReedWetland.Fuel(
            findNumber(row, "fuel_load_t_ha"),
            findNumber(row, "moisture_pct"),
            has(row, "harvest_date") ? findDate(row, "harvest_date") : null),
        season == null ? null : DrySeason.parse(season).orElse(null),
        findNumber(row, "open_water_pct"),
        has(row, "fire_break_m") ? findNumber(row, "fire_break_m") : null,
        findNumber(row, "fires_10a"));
  }

  static IgnitionSource ignition(Row row) {
    return new IgnitionSource(row.getAs("kind"), geometry(row));
  }

  static @Nullable String name(Row row) {
    return has(row, "name") ? row.<@Nullable String>getAs("name") : null;
  }

  /** Whether the table has a column; one that came with a later version may be lacking. */
  private static boolean has(Row row, String column) {
    return Arrays.asList(row.schema().fieldNames()).contains(column);
  }

  private static String id(Row row) {
    return row.getAs("object_id");
  }

  private static String county(Row row) {
    return row.getAs("county_code");
  }

  static Geometry geometry(Row row) {
    return PlaneProjection.read(row.<byte[]>getAs("geometry"));
  }

  private static double number(Row row, String column) {
    return row.<Number>getAs(column).doubleValue();
  }

  private static @Nullable LocalDate findDate(Row row, String column) {
    Date date = row.<@Nullable Date>getAs(column);
    return date == null ? null : date.toLocalDate();
  }

  private static @Nullable Double findNumber(Row row, String column) {
    Number value = row.<@Nullable Number>getAs(column);
    return value == null ? null : value.doubleValue();
  }
}
