package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.Cells;

/**
 * What two pieces of one cell share, as columns: the third step of the spatial join, after {@link
 * Tessellation} and an equi-join on {@code cell}. Cells partition the plane, so sums over cells are
 * totals and nothing is counted twice.
 *
 * <p>Most pairs need no overlay: two core cells share the whole square, a core cell and a part
 * share the part. A piece is given by its columns {@code core} and {@code part}; a null {@code
 * core}, as an outer join makes it, gives null.
 */
public final class CellOverlay {

  private CellOverlay() {}

  /** A piece of the cell that a row is about. */
  public record PieceColumns(Column core, Column part) {}

  /** Area (m²) that two polygonal pieces share; the first one alone when given twice. */
  public static Column area(Column cell, PieceColumns a, PieceColumns b) {
    UDF3<Long, byte @Nullable [], byte @Nullable [], Double> function =
        (id, first, second) -> area(id, first, second);
    return whenBoth(a, b, udf(function, DataTypes.DoubleType).apply(cell, a.part(), b.part()));
  }

  /**
   * Length in the plane (m) of a linear piece within a polygonal one, borders included; on the
   * ground it differs by up to some 2 %, so use it for shares of a line, not as its length.
   */
  public static Column length(PieceColumns line, PieceColumns polygon) {
    UDF3<Boolean, byte[], byte @Nullable [], Double> function =
        (core, path, area) -> length(path, area);
    Column length =
        udf(function, DataTypes.DoubleType).apply(line.core(), line.part(), polygon.part());
    return whenBoth(line, polygon, length);
  }

  /**
   * Whether a point piece lies in a polygonal one, borders included. Where units share a border,
   * both hold the point: give it to the lower id, as {@link
   * org.riskcensus.core.geometry.UnitLocator} does.
   */
  public static Column contains(PieceColumns polygon, PieceColumns point) {
    UDF3<Boolean, byte @Nullable [], byte[], Boolean> function =
        (core, area, place) -> area == null || Wkb.read(area).covers(Wkb.read(place));
    Column contains =
        udf(function, DataTypes.BooleanType).apply(polygon.core(), polygon.part(), point.part());
    return whenBoth(polygon, point, contains);
  }

  private static Column whenBoth(PieceColumns a, PieceColumns b, Column value) {
    return when(a.core().isNotNull().and(b.core().isNotNull()), value);
  }

  private static double area(long cell, byte @Nullable [] first, byte @Nullable [] second) {
    if (first == null) {
      return second == null ? square(cell) : Wkb.read(second).getArea();
    }
    Geometry a = Wkb.read(first);
    return second == null ? a.getArea() : intersection(a, Wkb.read(second)).getArea();
  }

  private static double square(long cell) {
    Envelope square = Cells.envelope(cell);
    return square.getArea();
  }

  private static double length(byte[] line, byte @Nullable [] polygon) {
    Geometry path = Wkb.read(line);
    return polygon == null
        ? path.getLength()
        : LineStringExtracter.getGeometry(intersection(path, Wkb.read(polygon))).getLength();
  }

  private static Geometry intersection(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
  }
}
