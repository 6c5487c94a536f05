package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.pipeline.config.CellSizes;

/**
 * The assessment cell of a stored object as a whole: the cell of its county's side that holds the
 * point inside it. The cell it is stored with tells that where it lies in one cell of that grid
 * whatever its place; else its geometry is asked.
 */
public final class PlaceCell {

  private PlaceCell() {}

  /**
   * Of columns {@code county_code, cell, geometry}; null where these are.
   *
   * @param sizes sides of the cells
   */
  public static Column of(CellSizes sizes) {
    UDF3<String, Long, byte[], Long> cell =
        (county, stored, wkb) -> stored == null ? null : of(sizes.grid(county), stored, wkb);
    return udf(cell, DataTypes.LongType).apply(col("county_code"), col("cell"), col("geometry"));
  }

  private static long of(CellGrid grid, long stored, byte @Nullable [] wkb) {
    if (grid.isAncestryOf(PlaneProjection.STORED_CELL_LEVEL)) {
      return grid.parent(stored);
    }
    if (wkb == null) {
      throw new IllegalArgumentException("an object with a cell has no geometry");
    }
    Point place = PlaneProjection.place(PlaneProjection.read(wkb));
    return grid.cell(place.getX(), place.getY());
  }
}
