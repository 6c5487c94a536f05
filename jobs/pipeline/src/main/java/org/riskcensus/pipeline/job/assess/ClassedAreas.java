package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
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
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.core.zoning.GradedArea;
import org.riskcensus.core.zoning.GradedAreas;
import org.riskcensus.core.zoning.UnitPiece;
import org.riskcensus.pipeline.spatial.UnitTree;

/**
 * The connected areas of each class of each map of a county: cells of one class dissolved. Level 0,
 * out of reach of the hazard, is among them, so that the areas of a map tile the county. A group is
 * a county's cells of one class.
 */
final class ClassedAreas {

  /** {@code map}: {@link Zones#ZONE} or {@link Zones#LEVEL_AREA}; {@code units}: m² by township. */
  static final StructType SCHEMA =
      new StructType()
          .add("map", StringType)
          .add("county_code", StringType)
          .add("hazard", StringType)
          .add("class", StringType)
          .add("plane", BinaryType)
          .add("units", DataTypes.createMapType(StringType, DoubleType));

  private ClassedAreas() {}

  /** The classes of the maps of risk; {@code risk}: rows of {@link CellRisk#of}. */
  static Dataset<Row> ofRisk(Dataset<Row> risk) {
    var classes =
        explode(
            array(
                struct(lit(Zones.ZONE).as("map"), col("zone_class").as("class")),
                struct(
                    lit(Zones.LEVEL_AREA).as("map"),
                    col("risk_level").cast("string").as("class"))));
    return risk.select(col("county_code"), col("cell"), col("hazard"), classes.as("of"))
        .select("of.map", "county_code", "hazard", "of.class", "cell");
  }

  /**
   * The areas.
   *
   * @param classes class of each cell on each map: {@code map, county_code, hazard, class, cell}
   * @param countyPieces pieces of the counties
   * @param cells cells with their {@code main_unit}
   */
  static Dataset<Row> of(Dataset<Row> classes, Dataset<Row> countyPieces, Dataset<Row> cells) {
    var place = Units.scala(List.of("county_code", "cell"));
    var township =
        when(col("main_unit").equalTo(""), "").otherwise(UnitTree.township(col("main_unit")));
    Dataset<Row> pieces =
        countyPieces
            .select(col("code").as("county_code"), col("cell"), col("part"))
            .join(
                cells.select(col("county_code"), col("cell"), township.as("township")),
                place,
                "inner");
    FlatMapGroupsFunction<String, Row, Row> dissolve = (group, rows) -> dissolve(rows);
    return classes
        .join(pieces, place, "inner")
        .select("map", "county_code", "hazard", "class", "cell", "part", "township")
        .groupByKey((MapFunction<Row, String>) ClassedAreas::group, Encoders.STRING())
        .flatMapGroups(dissolve, Encoders.row(SCHEMA));
  }

  private static String group(Row row) {
    return String.join("-", row.getString(0), row.getString(1), row.getString(2), row.getString(3));
  }

  private static Iterator<Row> dissolve(Iterator<Row> cells) {
    List<Row> sorted = new ArrayList<>();
    cells.forEachRemaining(sorted::add);
    sorted.sort(Comparator.comparingLong(row -> row.getLong(4)));
    Row first = sorted.get(0);
    List<UnitPiece> pieces =
        sorted.stream().map(row -> new UnitPiece(row.getString(6), shape(row))).toList();
    List<Row> areas = new ArrayList<>();
    for (GradedArea area : GradedAreas.of(first.getString(3), pieces)) {
      areas.add(
          RowFactory.create(
              first.get(0),
              first.get(1),
              first.get(2),
              first.get(3),
              Wkb.write(area.polygon()),
              scala.jdk.javaapi.CollectionConverters.asScala(area.units())));
    }
    return areas.iterator();
  }

  private static Geometry shape(Row cell) {
    return cell.isNullAt(5) ? Cells.square(cell.getLong(4)) : Wkb.read(cell.<byte[]>getAs(5));
  }
}
