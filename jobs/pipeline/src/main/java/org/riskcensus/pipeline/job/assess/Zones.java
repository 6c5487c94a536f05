package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
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
import org.riskcensus.core.grid.Cells;
import org.riskcensus.core.zoning.Dissolve;

/**
 * Cells of one class joined into polygons: prevention zones and areas of one risk level. The pieces
 * of the county polygon share their vertices, and a dissolve keeps them, so the zones of a county
 * and hazard tile it exactly. A group is bounded by a county.
 */
final class Zones {

  /** The tables made of the groups. */
  static final String ZONE = "zone";

  static final String LEVEL_AREA = "level_area";

  private static final StructType SCHEMA =
      StoredGeometry.append(
          new StructType()
              .add("table", StringType)
              .add("zone_id", StringType)
              .add("county_code", StringType)
              .add("hazard", StringType)
              .add("class", StringType)
              .add("area_m2", DoubleType));

  private static final Comparator<Polygon> LARGEST_FIRST =
      Comparator.comparingDouble(Polygon::getArea)
          .reversed()
          .thenComparingDouble(polygon -> polygon.getEnvelopeInternal().getMinX())
          .thenComparingDouble(polygon -> polygon.getEnvelopeInternal().getMinY());

  private Zones() {}

  /**
   * The polygons of both tables, told apart by column {@code table}.
   *
   * @param risk rows of {@link CellRisk#of}
   * @param countyPieces pieces of the counties
   */
  static Dataset<Row> of(Dataset<Row> risk, Dataset<Row> countyPieces) {
    Dataset<Row> pieces =
        countyPieces.select(col("code").as("county_code"), col("cell"), col("part"));
    var classes =
        explode(
            array(
                struct(lit(ZONE).as("table"), col("zone_class").as("class")),
                struct(
                    when(col("risk_level").gt(0), lit(LEVEL_AREA)).as("table"),
                    col("risk_level").cast("string").as("class"))));
    FlatMapGroupsFunction<String, Row, Row> dissolve = (group, rows) -> dissolve(rows);
    return risk.select(col("county_code"), col("cell"), col("hazard"), classes.as("of"))
        .where(col("of.table").isNotNull())
        .join(pieces, Units.scala(List.of("county_code", "cell")), "inner")
        .select("of.table", "county_code", "hazard", "of.class", "cell", "part")
        .groupByKey(
            (MapFunction<Row, String>)
                row ->
                    String.join(
                        "-",
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3)),
            Encoders.STRING())
        .flatMapGroups(dissolve, Encoders.row(SCHEMA));
  }

  private static Iterator<Row> dissolve(Iterator<Row> cells) {
    List<Row> sorted = new ArrayList<>();
    cells.forEachRemaining(sorted::add);
    sorted.sort(Comparator.comparingLong(row -> row.getLong(4)));
    List<Polygon> polygons =
        new ArrayList<>(Dissolve.dissolve(sorted.stream().map(Zones::shape).toList()));
    polygons.replaceAll(polygon -> (Polygon) polygon.norm());
    polygons.sort(LARGEST_FIRST);
    List<Row> zones = new ArrayList<>();
    for (Polygon polygon : polygons) {
      zones.add(zone(sorted.get(0), zones.size() + 1, polygon));
    }
    return zones.iterator();
  }

  private static Geometry shape(Row cell) {
    return cell.isNullAt(5) ? Cells.square(cell.getLong(4)) : Wkb.read(cell.<byte[]>getAs(5));
  }

  private static Row zone(Row group, int number, Polygon polygon) {
    String county = group.getString(1);
    String hazard = group.getString(2);
    String zoneClass = group.getString(3);
    String id = "%s-%s-%s-%04d".formatted(county, hazard, zoneClass, number);
    Row row = RowFactory.create(group.get(0), id, county, hazard, zoneClass, polygon.getArea());
    return StoredGeometry.append(row, polygon);
  }
}
