package org.riskcensus.pipeline.job.zonal;

import java.io.IOException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.raster.GridFrame;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.read.RasterGrid;

/**
 * Where in the raster a zone lies, by the middle of its bounds: the part that measures it, the
 * stripe of rows and the column. Null for a zone without geometry or outside the raster.
 *
 * <p>Neighbouring stripes are of one part, as they share blocks of the raster; such runs of stripes
 * are dealt out to the parts in turn, as zones may lie in a few rows of a wide raster.
 */
record ZonePlace(GridFrame frame, int parts, @Nullable CoordinateTransform toRaster)
    implements UDF3<Double, Double, byte[], Row> {

  /** Name of the field that says which part. */
  static final String PART = "part";

  private static final int STRIPES_A_RUN = 4;
  private static final int ROWS_A_RUN = 1024;

  private static final StructType TYPE =
      new StructType()
          .add(PART, DataTypes.IntegerType)
          .add("stripe", DataTypes.IntegerType)
          .add("column", DataTypes.IntegerType);

  /** The place as a column of zones. */
  static Column function(ZonalConfig config, int parts) throws IOException {
    try (RasterGrid raster = RasterGrid.open(config.raster())) {
      ZonePlace place = new ZonePlace(raster.frame(), parts, config.crs().toLeft());
      return functions
          .udf(place, TYPE)
          .apply(functions.col("x"), functions.col("y"), functions.col("geometry"));
    }
  }

  @Override
  public @Nullable Row call(@Nullable Double x, @Nullable Double y, byte @Nullable [] wkb) {
    Coordinate middle = x == null || y == null ? middle(wkb) : new Coordinate(x, y);
    if (middle == null) {
      return null;
    }
    Coordinate there = toRaster == null ? middle : toRaster.apply(middle);
    return frame.find(there).map(cell -> place(cell.row(), cell.column())).orElse(null);
  }

  private Row place(int row, int column) {
    long stripes = (long) STRIPES_A_RUN * Math.max(parts, frame.rows() / ROWS_A_RUN);
    int stripe = (int) (row * stripes / frame.rows());
    return RowFactory.create(stripe / STRIPES_A_RUN % parts, stripe, column);
  }

  private static @Nullable Coordinate middle(byte @Nullable [] wkb) {
    Geometry geometry = wkb == null ? null : Wkb.read(wkb);
    return geometry == null ? null : geometry.getEnvelopeInternal().centre();
  }
}
