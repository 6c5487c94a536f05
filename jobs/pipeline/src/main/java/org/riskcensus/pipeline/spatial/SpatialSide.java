package org.riskcensus.pipeline.spatial;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.geometry.Wkb;

/**
 * How a side of a spatial join is laid out: the columns {@code row} (a number of its own for each
 * row, which also gives the order), {@code x} and {@code y} of a point or {@code geometry} (valid,
 * WKB) of anything else, then attributes. A row with none of them meets nothing. Points so travel
 * as two numbers, and no geometry object is made for them.
 */
public final class SpatialSide {

  /** Positions of the leading columns. */
  static final int ROW = 0;

  static final int X = 1;
  static final int Y = 2;
  static final int GEOMETRY = 3;

  /** Number of the leading columns; attributes follow. */
  public static final int LEADING = 4;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private SpatialSide() {}

  /** The leading columns, to which attributes are added. */
  public static StructType schema() {
    return new StructType()
        .add("row", DataTypes.LongType, false)
        .add("x", DataTypes.DoubleType, true)
        .add("y", DataTypes.DoubleType, true)
        .add("geometry", DataTypes.BinaryType, true);
  }

  /** Whether a row is a point given by two numbers. */
  public static boolean isPoint(Row row) {
    return !row.isNullAt(X) && !row.isNullAt(Y);
  }

  /** The geometry of a row, null where it has none. */
  public static @Nullable Geometry geometry(Row row) {
    if (isPoint(row)) {
      return FACTORY.createPoint(new Coordinate(row.getDouble(X), row.getDouble(Y)));
    }
    return row.isNullAt(GEOMETRY) ? null : Wkb.read(row.<byte[]>getAs(GEOMETRY));
  }

  /** The bounds of a row, null ones where it has no geometry. */
  static Envelope bounds(Row row) {
    if (isPoint(row)) {
      return new Envelope(new Coordinate(row.getDouble(X), row.getDouble(Y)));
    }
    Geometry geometry = geometry(row);
    return geometry == null ? new Envelope() : geometry.getEnvelopeInternal();
  }

  /** Bytes a row takes about, for the decision what fits into memory. */
  static long bytes(Row row) {
    long bytes = 64;
    for (int i = GEOMETRY; i < row.length(); i++) {
      Object value = row.get(i);
      if (value instanceof byte[] array) {
        bytes += array.length;
      } else if (value instanceof String text) {
        bytes += 48L + text.length();
      } else {
        bytes += 16;
      }
    }
    return bytes;
  }

  /** The coordinates of a point written by {@link Wkb}, null for anything else. */
  public static double @Nullable [] findPoint(byte[] wkb) {
    ByteBuffer bytes = ByteBuffer.wrap(wkb).order(ByteOrder.LITTLE_ENDIAN);
    boolean point = wkb.length == 21 && wkb[0] == 1 && bytes.getInt(1) == 1;
    return point ? new double[] {bytes.getDouble(5), bytes.getDouble(13)} : null;
  }
}
