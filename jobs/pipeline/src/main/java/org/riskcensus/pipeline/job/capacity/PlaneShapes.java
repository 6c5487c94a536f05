package org.riskcensus.pipeline.job.capacity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.udf;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/** Stored geometry as areas of the analysis plane, in the layout of a side of a spatial join. */
final class PlaneShapes {

  /** Half the width that a point or line is given, so that it has a share in what it lies in. */
  private static final double HALF_WIDTH_M = 0.5;

  private static final UserDefinedFunction AREA =
      udf((UDF1<byte[], byte[]>) PlaneShapes::area, DataTypes.BinaryType);

  private static final UserDefinedFunction SQUARE_METRES =
      udf((UDF1<byte[], Double>) plane -> Wkb.read(plane).getArea(), DataTypes.DoubleType);

  private PlaneShapes() {}

  /** The area of shapes of the plane. */
  static Column squareMetres(String column) {
    return SQUARE_METRES.apply(col(column));
  }

  /** The rows that have a geometry, with {@code attributes} after the columns of a side. */
  static Dataset<Row> of(Dataset<Row> rows, String... attributes) {
    return side(rows.where(col("geometry").isNotNull()), AREA.apply(col("geometry")), attributes);
  }

  /** The same for rows whose {@code geometry} is a shape of the plane. */
  static Dataset<Row> side(Dataset<Row> rows, Column geometry, String... attributes) {
    Column none = lit(null).cast("double");
    Column[] side = {
      monotonically_increasing_id().as("row"), none.as("x"), none.as("y"), geometry.as("geometry")
    };
    Column[] all = Arrays.copyOf(side, side.length + attributes.length);
    for (int i = 0; i < attributes.length; i++) {
      all[side.length + i] = col(attributes[i]);
    }
    return rows.select(all);
  }

  private static byte[] area(byte[] stored) {
    Geometry plane = PlaneProjection.read(stored);
    return Wkb.write(plane.getDimension() == 2 ? plane : plane.buffer(HALF_WIDTH_M));
  }
}
