package org.riskcensus.pipeline.layer;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.riskcensus.core.geometry.GeometryRepair;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.pipeline.spatial.SpatialSide;

/**
 * Lays out rows of a file or table as a side of a join: geometry made valid and brought into the
 * system of the join, points as two numbers. What cannot be used is accounted for; the row stays.
 *
 * @param transform into the system of the join; null where coordinates stay
 * @param attributes number of attributes
 */
record SideRows(@Nullable CoordinateTransform transform, int attributes) implements Serializable {

  /** Values of a row whose attributes are still to be set, from {@link SpatialSide#LEADING} on. */
  @Nullable Object[] values(
      long row, @Nullable Geometry filed, @Nullable String problem, InputAccount.Part account) {
    account.row();
    @Nullable Object[] values = new @Nullable Object[SpatialSide.LEADING + attributes];
    values[0] = row;
    Geometry geometry = usable(row, filed, problem, account);
    if (geometry instanceof Point point) {
      values[1] = point.getX();
      values[2] = point.getY();
      account.kind("Point");
    } else if (geometry != null) {
      values[3] = Wkb.write(geometry);
      account.kind(geometry.getGeometryType());
    }
    return values;
  }

  static Row row(@Nullable Object[] values) {
    return RowFactory.create(values);
  }

  private @Nullable Geometry usable(
      long row, @Nullable Geometry filed, @Nullable String problem, InputAccount.Part account) {
    if (filed == null || filed.isEmpty()) {
      if (problem == null) {
        account.withoutGeometry();
      } else {
        account.unusable(row, problem);
      }
      return null;
    }
    Geometry valid = filed instanceof Point ? filed : valid(row, filed, account);
    if (transform == null || valid == null) {
      return valid;
    }
    try {
      return transform.apply(valid);
    } catch (IllegalArgumentException e) {
      account.unusable(row, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static @Nullable Geometry valid(long row, Geometry filed, InputAccount.Part account) {
    var repair = GeometryRepair.find(filed);
    if (repair.isEmpty()) {
      return filed;
    }
    Geometry repaired = repair.get().repaired();
    if (repaired.isEmpty()) {
      account.unusable(row, repair.get().reason());
      return null;
    }
    account.repaired(row, repair.get().reason());
    return repaired;
  }
}
