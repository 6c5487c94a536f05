package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.core.hazard.FloodZoning;
import org.riskcensus.core.risk.CellPart;
import org.riskcensus.core.risk.FloodCell;
import org.riskcensus.core.risk.FloodPart;
import org.riskcensus.core.risk.UnitPart;
import org.riskcensus.pipeline.config.CellSizes;

/**
 * Flood extents of all return periods meet units and counties by their cell, and {@link FloodCell}
 * grades what is flooded there.
 */
final class FloodFacts {

  /**
   * {@code role}: {@code UNIT}, a row for each class in a unit, or {@code COUNTY}, one for the cell
   * in a county, without {@code part}.
   */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "cell BIGINT, role STRING, unit STRING, class STRING, degree DOUBLE, area DOUBLE,"
              + " part BINARY");

  /**
   * How cells are graded; travels to tasks.
   *
   * @param minCellShare share of a cell that a class must cover
   * @param sizes sides of the cells: a unit counts in those of its county alone
   */
  record Rule(FloodZoning zoning, double minCellShare, CellSizes sizes) implements Serializable {

    /** Whether a unit or county is assessed on this cell. */
    boolean isOn(long cell, String code) {
      return sizes.metres(code.substring(0, 6)) == CellGrid.of(cell).side();
    }
  }

  private FloodFacts() {}

  /**
   * The facts of all cells.
   *
   * @param floods pieces of flood areas in the cells
   * @param places pieces of the finest units and of the counties
   * @param extents rows of {@code staging.flood_extent}
   */
  static Dataset<Row> of(
      Dataset<Row> floods, Dataset<Row> places, Dataset<Row> extents, Rule rule) {
    Dataset<Row> known =
        floods
            .join(known(extents), Units.scala(List.of("origin", "object_id")), "inner")
            .selectExpr(
                "cell", "role", "code", "part", "object_id", "river", "mapped", "years", "depth");
    Dataset<Row> others =
        places.selectExpr(
            "cell",
            "role",
            "code",
            "part",
            "object_id",
            "CAST(NULL AS STRING) AS river",
            "CAST(NULL AS ARRAY<INT>) AS mapped",
            "CAST(NULL AS INT) AS years",
            "CAST(NULL AS DOUBLE) AS depth");
    FlatMapGroupsFunction<Long, Row, Row> cross = (cell, rows) -> cross(cell, rows, rule);
    return known
        .union(others)
        .groupByKey((MapFunction<Row, Long>) row -> row.getLong(0), Encoders.LONG())
        .flatMapGroups(cross, Encoders.row(SCHEMA));
  }

  /**
   * What of an extent decides the degree, and the return periods its river was mapped for. A river
   * of one county is not that of another: each maps return periods of its own.
   */
  private static Dataset<Row> known(Dataset<Row> extents) {
    Dataset<Row> floods =
        extents.select(
            col("county_code").as("origin"),
            col("object_id"),
            concat_ws("/", col("county_code"), coalesce(col("source_river"), lit(""))).as("river"),
            col("return_period_a").as("years"),
            col("depth_m").as("depth"));
    Dataset<Row> mapped =
        floods.groupBy("river").agg(sort_array(collect_set("years")).as("mapped"));
    return floods.join(mapped, Units.scala(List.of("river")), "inner");
  }

  private static Iterator<Row> cross(long cell, Iterator<Row> pieces, Rule rule) {
    List<FloodPart> floods = new ArrayList<>();
    List<UnitPart> units = new ArrayList<>();
    List<UnitPart> counties = new ArrayList<>();
    while (pieces.hasNext()) {
      Row row = pieces.next();
      CellPart part = part(cell, row);
      switch (CellPieces.Role.valueOf(row.getString(1))) {
        case UNIT -> units.add(new UnitPart(row.getString(2), part));
        case COUNTY -> counties.add(new UnitPart(row.getString(2), part));
        default -> floods.add(flood(row, part));
      }
    }
    units.removeIf(unit -> !rule.isOn(cell, unit.code()));
    counties.removeIf(county -> !rule.isOn(cell, county.code()));
    List<Row> facts = new ArrayList<>();
    if (!floods.isEmpty()) {
      FloodCell zones = FloodCell.of(floods, rule.zoning());
      units.forEach(
          unit -> zones.in(unit).forEach(share -> facts.add(ofUnit(cell, unit.code(), share))));
      for (UnitPart county : counties) {
        zones
            .of(county, rule.minCellShare())
            .ifPresent(all -> facts.add(ofCounty(cell, county.code(), all)));
      }
    }
    return facts.iterator();
  }

  private static CellPart part(long cell, Row row) {
    byte @Nullable [] wkb = row.<byte @Nullable []>getAs(3);
    return wkb == null ? CellPart.whole(Cells.square(cell)) : CellPart.of(Wkb.read(wkb));
  }

  private static FloodPart flood(Row row, CellPart part) {
    return new FloodPart(
        row.getString(4), row.getString(5), row.getList(6), row.getInt(7), row.getDouble(8), part);
  }

  private static Row ofUnit(long cell, String unit, FloodCell.Share share) {
    return RowFactory.create(
        cell,
        CellPieces.Role.UNIT.name(),
        unit,
        String.valueOf(share.zoneClass()),
        share.degree(),
        share.area(),
        Wkb.write(share.part().geometry()));
  }

  private static Row ofCounty(long cell, String county, FloodCell.Whole all) {
    return RowFactory.create(
        cell,
        CellPieces.Role.COUNTY.name(),
        county,
        String.valueOf(all.zoneClass()),
        all.degree(),
        all.area(),
        null);
  }
}
