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
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
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
    return cut(counties, level, true);
  }

  /** The pieces of the finest units. */
  static Dataset<Row> ofUnits(Dataset<Row> finest, int level) {
    return cut(shaped(finest, Role.UNIT, col("admin_code")), level, true);
  }

  /** The pieces of hazard areas. */
  static Dataset<Row> ofHazards(Dataset<Row> areas, int level) {
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
    return cut(shaped, level, false);
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
    return cut(shaped, level, true);
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

  private static Dataset<Row> cut(Dataset<Row> objects, int level, boolean stored) {
    FlatMapFunction<Row, Row> cut = row -> cut(row, level, stored);
    return objects.flatMap(cut, Encoders.row(SCHEMA));
  }

  private static Iterator<Row> cut(Row row, int level, boolean stored) {
    byte[] wkb = row.getAs("geometry");
    Geometry plane = stored ? PlaneProjection.read(wkb) : Wkb.read(wkb);
    boolean exposure = row.getString(0).equals(Role.EXPOSURE.name());
    double value = row.getDouble(4);
    double perMeasure = exposure ? value / measure(plane) : value;
    List<Row> pieces = new ArrayList<>();
    Tessellator.tessellate(
        plane,
        level,
        piece -> {
          Geometry part = piece.part();
          pieces.add(
              RowFactory.create(
                  piece.cell(),
                  row.get(0),
                  row.get(1),
                  row.get(2),
                  row.get(3),
                  perMeasure,
                  row.get(5),
                  row.get(6),
                  part == null ? null : Wkb.write(part)));
        });
    return pieces.iterator();
  }

  private static double measure(Geometry plane) {
    return switch (plane.getDimension()) {
      case 2 -> plane.getArea();
      case 1 -> plane.getLength();
      default -> plane.getNumPoints();
    };
  }
}
