package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.core.risk.CellContents;
import org.riskcensus.core.risk.CellFact;
import org.riskcensus.core.risk.CellOverlay;
import org.riskcensus.core.risk.CellPart;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.core.risk.ExposurePart;
import org.riskcensus.core.risk.HazardPart;
import org.riskcensus.core.risk.UnitPart;
import org.riskcensus.pipeline.config.CellSizes;

/**
 * The equi-join on cells and its refinement: all pieces of a cell meet in one group, whose size is
 * bounded by the cell, and are crossed once; every table is made from the facts that come out.
 */
final class CellFacts {

  /** As {@link CellFact}, with the cell. */
  static final StructType SCHEMA =
      new StructType()
          .add("cell", LongType)
          .add("kind", StringType)
          .add("unit", StringType)
          .add("hazard", StringType)
          .add("level", IntegerType)
          .add("index", DoubleType)
          .add("danger", IntegerType)
          .add("subject", StringType)
          .add("quantity", DoubleType);

  private CellFacts() {}

  /** The facts of all cells, by the share of a cell that a hazard needs and the sides of cells. */
  static Dataset<Row> of(Dataset<Row> pieces, double minCellShare, CellSizes sizes) {
    FlatMapGroupsFunction<Long, Row, Row> cross =
        (cell, rows) -> cross(cell, rows, new CellOverlay(minCellShare, assessedOn(cell, sizes)));
    return pieces
        .groupByKey((MapFunction<Row, Long>) row -> row.getLong(0), Encoders.LONG())
        .flatMapGroups(cross, Encoders.row(SCHEMA));
  }

  private static Predicate<String> assessedOn(long cell, CellSizes sizes) {
    double side = CellGrid.of(cell).side();
    return county -> sizes.metres(county) == side;
  }

  private static Iterator<Row> cross(long cell, Iterator<Row> pieces, CellOverlay overlay) {
    List<Row> facts = new ArrayList<>();
    overlay.run(contents(cell, pieces), fact -> facts.add(toRow(cell, fact)));
    return facts.iterator();
  }

  private static CellContents contents(long cell, Iterator<Row> pieces) {
    Polygon square = Cells.square(cell);
    List<UnitPart> counties = new ArrayList<>();
    List<UnitPart> units = new ArrayList<>();
    List<HazardPart> hazards = new ArrayList<>();
    List<ExposurePart> exposures = new ArrayList<>();
    while (pieces.hasNext()) {
      Row row = pieces.next();
      CellPart part =
          row.isNullAt(8) ? CellPart.whole(square) : CellPart.of(Wkb.read(row.<byte[]>getAs(8)));
      String code = row.getString(2);
      switch (CellPieces.Role.valueOf(row.getString(1))) {
        case COUNTY -> counties.add(new UnitPart(code, part));
        case UNIT -> units.add(new UnitPart(code, part));
        case HAZARD ->
            hazards.add(
                new HazardPart(
                    code, row.getString(4), row.getDouble(5), row.getInt(6), row.getInt(7), part));
        case EXPOSURE ->
            exposures.add(
                new ExposurePart(
                    Exposure.of(code), row.getString(3), row.getString(4), row.getDouble(5), part));
      }
    }
    return new CellContents(counties, units, hazards, exposures);
  }

  private static Row toRow(long cell, CellFact fact) {
    return RowFactory.create(
        cell,
        fact.kind().name(),
        fact.unit(),
        fact.hazard(),
        fact.level(),
        fact.index(),
        fact.danger(),
        fact.subject(),
        fact.quantity());
  }
}
