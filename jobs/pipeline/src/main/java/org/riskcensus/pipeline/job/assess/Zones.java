package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.zoning.BorderTolerance;
import org.riskcensus.core.zoning.Generalisation;
import org.riskcensus.core.zoning.GradedArea;
import org.riskcensus.core.zoning.Tiling;
import org.riskcensus.core.zoning.Zone;
import org.riskcensus.core.zoning.ZoneCoverage;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/**
 * Prevention zones and areas of one risk level: the classed areas of a county with those too small
 * for a map joined to a neighbour and borders smoothed. They tile the county; {@link ZoneAccounts}
 * proves it. A group is one map of one county.
 */
final class Zones {

  /** The maps. */
  static final String ZONE = "zone";

  static final String LEVEL_AREA = "level_area";
  static final String SUSCEPTIBILITY = "susceptibility_area";

  /** The class of {@link #LEVEL_AREA} that is out of reach of the hazard. */
  static final String NOT_REACHED = "0";

  static final StructType SCHEMA =
      StoredGeometry.append(
          new StructType()
              .add("map", StringType)
              .add("zone_id", StringType)
              .add("county_code", StringType)
              .add("hazard", StringType)
              .add("class", StringType)
              .add("number", IntegerType)
              .add("township", StringType)
              .add("townships", IntegerType)
              .add("area_m2", DoubleType)
              .add("graded_area_m2", DoubleType)
              .add("merged_area_m2", DoubleType)
              .add("merged_parts", IntegerType)
              .add("moved_area_m2", DoubleType));

  private Zones() {}

  /**
   * The polygons of all maps, those out of reach of the hazard too.
   *
   * @param areas rows of {@link ClassedAreas#of}
   */
  static Dataset<Row> of(Dataset<Row> areas, AssessConfig config) {
    Map<String, Generalisation> rules =
        Map.of(
            ZONE, config.methods().mapping().zones(),
            LEVEL_AREA, config.methods().mapping().levels(),
            SUSCEPTIBILITY, config.methods().susceptibility().map());
    CellSizes cells = config.cells();
    FlatMapGroupsFunction<String, Row, Row> generalise =
        (map, rows) -> generalise(rows, rules, cells);
    return areas
        .groupByKey(
            (MapFunction<Row, String>)
                row -> String.join("-", row.getString(0), row.getString(1), row.getString(2)),
            Encoders.STRING())
        .flatMapGroups(generalise, Encoders.row(SCHEMA));
  }

  /** The rows of one map's table. */
  static Dataset<Row> table(Dataset<Row> zones, String map) {
    return zones.where(col("map").equalTo(map).and(not(col("class").equalTo(NOT_REACHED))));
  }

  private static Iterator<Row> generalise(
      Iterator<Row> rows, Map<String, Generalisation> ofMaps, CellSizes cells) {
    List<GradedArea> areas = new ArrayList<>();
    Row map = rows.next();
    Generalisation rules = Objects.requireNonNull(ofMaps.get(map.getString(0)));
    areas.add(area(map));
    rows.forEachRemaining(row -> areas.add(area(row)));
    List<Row> zones = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (Zone zone : zones(areas, rules, cells.metres(map.getString(1)))) {
      zones.add(row(map, zone, numbers.merge(zone.code(), 1, Integer::sum)));
    }
    return zones.iterator();
  }

  /**
   * Zones that tile in degrees too. A straight edge of the plane is not quite straight in degrees;
   * where a smoothed one would therefore cross a vertex that lies within centimetres of it, the map
   * keeps the borders of its cells, and {@code moved_area_m2} is 0.
   */
  private static List<Zone> zones(List<GradedArea> areas, Generalisation rules, double cellSide) {
    List<Zone> zones = ZoneCoverage.of(areas, rules, cellSide);
    List<Geometry> stored =
        zones.stream().map(zone -> PlaneProjection.toLonLat(zone.polygon())).toList();
    return Tiling.findFlaw(stored).isEmpty()
        ? zones
        : ZoneCoverage.of(areas, rules.withBorders(BorderTolerance.NONE), cellSide);
  }

  private static GradedArea area(Row row) {
    return new GradedArea(
        row.getString(3), (Polygon) Wkb.read(row.<byte[]>getAs(4)), row.getJavaMap(5));
  }

  private static Row row(Row map, Zone zone, int number) {
    String id = "%s-%s-%s-%04d".formatted(map.getString(1), map.getString(2), zone.code(), number);
    String township =
        zone.units().entrySet().stream()
            .max(Map.Entry.<String, Double>comparingByValue().thenComparing(byCodeDescending()))
            .map(Map.Entry::getKey)
            .orElse("");
    Row row =
        RowFactory.create(
            map.get(0),
            id,
            map.get(1),
            map.get(2),
            zone.code(),
            number,
            township,
            (int) zone.units().keySet().stream().filter(code -> !code.isEmpty()).count(),
            zone.area(),
            zone.gradedArea(),
            zone.mergedArea(),
            zone.mergedParts(),
            zone.movedArea());
    return StoredGeometry.append(row, zone.polygon());
  }

  /** Of townships with equal shares the first wins. */
  private static Comparator<Map.Entry<String, Double>> byCodeDescending() {
    return Map.Entry.<String, Double>comparingByKey().reversed();
  }
}
