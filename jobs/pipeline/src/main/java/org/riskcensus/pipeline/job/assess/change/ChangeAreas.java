package org.riskcensus.pipeline.job.assess.change;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
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
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.core.zoning.Dissolve;
import org.riskcensus.formats.map.LevelChange;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/**
 * Places of one change united into areas, in longitude and latitude. Areas have no number of cells
 * where the side of the cells changed.
 */
final class ChangeAreas {

  static final StructType SCHEMA =
      new StructType()
          .add("county_code", StringType)
          .add("hazard", StringType)
          .add("level_0", IntegerType)
          .add("level_3", IntegerType)
          .add("change", StringType)
          .add("cause", StringType)
          .add("cells", LongType)
          .add("area_m2", DoubleType)
          .add("geometry", BinaryType);

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private ChangeAreas() {}

  /** The areas whose level changed, one multipolygon for each county, hazard, levels and cause. */
  static Dataset<Row> of(Changes changes) {
    return of(changes, LevelSteps.changed(changes.cells()));
  }

  private static Dataset<Row> of(Changes changes, Dataset<Row> chosen) {
    FlatMapGroupsFunction<String, Row, Row> unite = (group, cells) -> unite(cells);
    return chosen
        .join(changes.places().parts(), ChangeJob.scala(ChangePlaces.KEY), "inner")
        .select(
            "county_code",
            "hazard",
            "level_0",
            "level_3",
            "change",
            "cause",
            "cell",
            "area_m2",
            "part",
            "other")
        .groupByKey((MapFunction<Row, String>) ChangeAreas::group, Encoders.STRING())
        .flatMapGroups(unite, Encoders.row(SCHEMA))
        .orderBy("county_code", "hazard", "level_0", "level_3", "cause");
  }

  private static String group(Row row) {
    StringBuilder group = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      group.append(row.get(i)).append('|');
    }
    return group.toString();
  }

  private static Iterator<Row> unite(Iterator<Row> cells) {
    List<Row> sorted = new ArrayList<>();
    cells.forEachRemaining(sorted::add);
    sorted.sort(Comparator.<Row>comparingLong(r -> r.getLong(6)).thenComparing(r -> r.getLong(9)));
    boolean sameCells = sorted.get(0).getLong(9) == 0;
    List<Geometry> parts = new ArrayList<>();
    double area = 0;
    for (Row cell : sorted) {
      parts.add(cell.isNullAt(8) ? Cells.square(cell.getLong(6)) : Wkb.read(cell.<byte[]>getAs(8)));
      area += cell.isNullAt(7) ? 0 : cell.getDouble(7);
    }
    Polygon[] united = Dissolve.dissolve(parts).toArray(Polygon[]::new);
    Geometry lonLat = PlaneProjection.toLonLat(GEOMETRY.createMultiPolygon(united));
    Row first = sorted.get(0);
    Row row =
        RowFactory.create(
            first.get(0),
            first.get(1),
            first.get(2),
            first.get(3),
            first.get(4),
            first.get(5),
            sameCells ? (long) sorted.size() : null,
            area,
            Wkb.write(lonLat));
    return List.of(row).iterator();
  }

  /**
   * All areas of one hazard that maps show: those whose level changed, and those that the hazard
   * reaches as before.
   */
  static Dataset<Row> shown(Changes changes, String hazard) {
    Dataset<Row> cells = changes.cells().where(col("hazard").equalTo(hazard));
    Dataset<Row> asBefore =
        cells.where(col("change").equalTo(LevelChange.UNCHANGED.code()).and(col("level_3").gt(0)));
    return of(changes, LevelSteps.changed(cells).unionByName(asBefore));
  }
}
