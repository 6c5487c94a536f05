package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.Piece;
import org.riskcensus.core.grid.Tessellator;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/**
 * Everything cut along the grid once: counties, units, hazard areas and exposed objects become rows
 * of one shape, so that one shuffle by cell brings together whatever meets. A null {@code part} is
 * the whole cell, which spares its geometry.
 */
final class CellPieces {

  /** What a piece is a piece of. */
  enum Role {
    COUNTY,
    UNIT,
    HAZARD,
    EXPOSURE
  }

  /** {@code code}: of county, unit, hazard or exposure; {@code value}: hazard index or density. */
  static final StructType SCHEMA =
      new StructType()
          .add("cell", LongType)
          .add("role", StringType)
          .add("code", StringType)
          .add("origin", StringType)
          .add("object_id", StringType)
          .add("value", DoubleType)
          .add("level", IntegerType)
          .add("danger", IntegerType)
          .add("part", BinaryType);

  private CellPieces() {}

  /** The pieces of counties, each in the cells of its side. */
  static Dataset<Row> ofCounties(Dataset<Row> adminUnits, CellSizes sizes) {
    Dataset<Row> counties =
        shaped(
            adminUnits.where(col("level").equalTo("county")),
            Role.COUNTY,
            substring(col("admin_code"), 1, 6));
    return cut(
        counties,
        (row, plane, out) -> Tessellator.tessellate(plane, sizes.grid(row.getString(2)), out));
  }

  /** The pieces of the finest units. */
  static Dataset<Row> ofUnits(Dataset<Row> finest, AssessmentGrids grids) {
    return cut(
        shaped(finest, Role.UNIT, col("admin_code")),
        (row, plane, out) -> grids.cut(row.getString(2), plane, out));
  }

  /** The pieces of hazard areas. */
  static Dataset<Row> ofHazards(Dataset<Row> areas, AssessmentGrids grids) {
    Dataset<Row> shaped =
        areas.select(
            lit(Role.HAZARD.name()).as("role"),
            col("hazard").as("code"),
            col("county_code").as("origin"),
            col("object_id"),
            col("hazard_index").as("value"),
            col("hazard_level").as("level"),
            col("danger"),
            col("plane").as("geometry"));
    FlatMapFunction<Row, Row> cut =
        row -> {
          List<Row> pieces = new ArrayList<>();
          grids.cutHazard(
              Wkb.read(row.<byte[]>getAs("geometry")),
              piece -> pieces.add(piece(row, row.getDouble(4), piece)));
          return pieces.iterator();
        };
    return shaped.flatMap(cut, Encoders.row(SCHEMA));
  }

  /**
   * The pieces of exposed objects.
   *
   * @param objects columns {@code exposure, origin, object_id, quantity, geometry} (stored)
   */
  static Dataset<Row> ofExposure(Dataset<Row> objects, AssessmentGrids grids) {
    Dataset<Row> shaped =
        objects.select(
            lit(Role.EXPOSURE.name()).as("role"),
            col("exposure").as("code"),
            col("origin"),
            col("object_id"),
            col("quantity").as("value"),
            lit(0).as("level"),
            lit(0).as("danger"),
            col("geometry"));
    return cut(
        shaped,
        (row, plane, out) -> {
          if (Exposure.of(row.getString(1)).divisible()) {
            grids.cut(row.getString(2), plane, out);
          } else {
            grids.cutOwn(row.getString(2), plane, out);
          }
        });
  }

  private static Dataset<Row> shaped(Dataset<Row> units, Role role, Column code) {
    return units.select(
        lit(role.name()).as("role"),
        code.as("code"),
        col("county_code").as("origin"),
        lit("").as("object_id"),
        lit(0.0).as("value"),
        lit(0).as("level"),
        lit(0).as("danger"),
        col("geometry"));
  }

  /** Cuts the plane geometry of a row. */
  @FunctionalInterface
  private interface Cut extends Serializable {
    void cut(Row row, Geometry plane, Consumer<Piece> out);
  }

  private static Dataset<Row> cut(Dataset<Row> stored, Cut cut) {
    FlatMapFunction<Row, Row> pieces = row -> pieces(row, cut);
    return stored.flatMap(pieces, Encoders.row(SCHEMA));
  }

  private static Iterator<Row> pieces(Row row, Cut cut) {
    Geometry plane = PlaneProjection.read(row.<byte[]>getAs("geometry"));
    boolean exposure = row.getString(0).equals(Role.EXPOSURE.name());
    double value = row.getDouble(4);
    double perMeasure = exposure ? value / measure(plane) : value;
    List<Row> pieces = new ArrayList<>();
    cut.cut(row, plane, piece -> pieces.add(piece(row, perMeasure, piece)));
    return pieces.iterator();
  }

  private static Row piece(Row row, double value, Piece piece) {
    Geometry part = piece.part();
    return RowFactory.create(
        piece.cell(),
        row.get(0),
        row.get(1),
        row.get(2),
        row.get(3),
        value,
        row.get(5),
        row.get(6),
        part == null ? null : Wkb.write(part));
  }

  private static double measure(Geometry plane) {
    return switch (plane.getDimension()) {
      case 2 -> plane.getArea();
      case 1 -> plane.getLength();
      default -> plane.getNumPoints();
    };
  }
}
