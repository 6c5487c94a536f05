package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.Piece;
import org.riskcensus.core.grid.Tessellator;
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

  /** The pieces of counties. */
  static Dataset<Row> ofCounties(Dataset<Row> adminUnits, int level) {
    Dataset<Row> counties =
        shaped(
            adminUnits.where(col("level").equalTo("county")),
            Role.COUNTY,
            substring(col("admin_code"), 1, 6));
    return cut(counties, level);
  }

  /** The pieces of the finest units. */
  static Dataset<Row> ofUnits(Dataset<Row> finest, int level) {
    return cut(shaped(finest, Role.UNIT, col("admin_code")), level);
  }

  /**
   * The pieces of hazard areas.
   *
   * @param within bounds in the plane outside of which no piece is wanted; empty for all pieces
   */
  static Dataset<Row> ofHazards(Dataset<Row> areas, int level, Optional<Envelope> within) {
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
    @Nullable Envelope bounds = within.orElse(null);
    FlatMapFunction<Row, Row> cut =
        row -> {
          Geometry plane = Wkb.read(row.<byte[]>getAs("geometry"));
          List<Row> pieces = new ArrayList<>();
          Consumer<Piece> out = piece -> pieces.add(piece(row, row.getDouble(4), piece));
          if (bounds == null) {
            Tessellator.tessellate(plane, level, out);
          } else {
            Tessellator.tessellate(plane, level, bounds, out);
          }
          return pieces.iterator();
        };
    return shaped.flatMap(cut, Encoders.row(SCHEMA));
  }

  /**
   * The pieces of exposed objects.
   *
   * @param objects columns {@code exposure, origin, object_id, quantity, geometry} (stored)
   */
  static Dataset<Row> ofExposure(Dataset<Row> objects, int level) {
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
    return cut(shaped, level);
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

  private static Dataset<Row> cut(Dataset<Row> stored, int level) {
    FlatMapFunction<Row, Row> cut = row -> cut(row, level);
    return stored.flatMap(cut, Encoders.row(SCHEMA));
  }

  private static Iterator<Row> cut(Row row, int level) {
    Geometry plane = PlaneProjection.read(row.<byte[]>getAs("geometry"));
    boolean exposure = row.getString(0).equals(Role.EXPOSURE.name());
    double value = row.getDouble(4);
    double perMeasure = exposure ? value / measure(plane) : value;
    List<Row> pieces = new ArrayList<>();
    Tessellator.tessellate(plane, level, piece -> pieces.add(piece(row, perMeasure, piece)));
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
