package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.Piece;
import org.riskcensus.core.grid.Tessellator;

/**
 * Explodes rows with a geometry into one row per cell: the first step of every spatial join, whose
 * second is a plain equi-join on {@code cell} and whose third is {@link CellOverlay}.
 *
 * <p>The geometry column (WKB in the analysis plane) gives way to {@code cell} (long), {@code core}
 * (boolean) and {@code part} (WKB, null for core cells); the other columns are repeated. Rows
 * without a geometry, or with an empty one, yield none: account for them before. Nothing but the
 * pieces of one row is held in memory.
 */
public final class Tessellation {

  /** The columns that replace the geometry. */
  static final StructType PIECE =
      new StructType()
          .add("cell", DataTypes.LongType, false)
          .add("core", DataTypes.BooleanType, false)
          .add("part", DataTypes.BinaryType, true);

  private Tessellation() {}

  /**
   * The pieces of {@code rows}.
   *
   * @param geometry name of the column of WKB in the analysis plane
   * @param level level of the cells (see {@link org.riskcensus.core.grid.Cells})
   */
  public static Dataset<Row> of(Dataset<Row> rows, String geometry, int level) {
    Column[] columns =
        Arrays.stream(rows.columns())
            .filter(name -> !name.equals(geometry))
            .map(name -> rows.col("`" + name + "`"))
            .toArray(Column[]::new);
    Column[] all = Arrays.copyOf(columns, columns.length + 1);
    all[columns.length] = inline(pieces(col(geometry), level));
    return rows.select(all);
  }

  private static Column pieces(Column plane, int level) {
    UDF1<byte @Nullable [], List<Row>> function =
        wkb -> wkb == null ? List.of() : rows(Wkb.read(wkb), level);
    return udf(function, new ArrayType(PIECE, false)).apply(plane);
  }

  private static List<Row> rows(Geometry plane, int level) {
    List<Row> rows = new ArrayList<>();
    Tessellator.tessellate(plane, level, piece -> rows.add(row(piece)));
    return rows;
  }

  private static Row row(Piece piece) {
    Geometry part = piece.part();
    return RowFactory.create(piece.cell(), piece.core(), part == null ? null : Wkb.write(part));
  }
}
