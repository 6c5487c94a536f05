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
 * Where in the raster a zone lies, by the middle of its bounds: the stripe of rows and the column.
 * Null for a zone without geometry or outside the raster.
 */
record ZonePlace(GridFrame frame, int stripes, @Nullable CoordinateTransform toRaster)
    implements UDF3<Double, Double, byte[], Row> {

  /** Name of the part that says which stripe. */
  static final String STRIPE = "stripe";

  private static final StructType TYPE =
      new StructType().add(STRIPE, DataTypes.IntegerType).add("column", DataTypes.IntegerType);

  /** The place as a column of zones. */
  static Column function(ZonalConfig config, int stripes) throws IOException {
    try (RasterGrid raster = RasterGrid.open(config.raster())) {
      ZonePlace place = new ZonePlace(raster.frame(), stripes, config.crs().toLeft());
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
    return frame
        .find(there)
        .map(cell -> RowFactory.create(stripe(cell.row()), cell.column()))
        .orElse(null);
  }

  private int stripe(int row) {
    return (int) ((long) row * stripes / frame.rows());
  }

  private static @Nullable Coordinate middle(byte @Nullable [] wkb) {
    Geometry geometry = wkb == null ? null : Wkb.read(wkb);
    return geometry == null ? null : geometry.getEnvelopeInternal().centre();
  }
}
