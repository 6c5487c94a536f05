package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/** The columns in which tables keep a geometry: WKB, its bounds, and the cell it is sorted by. */
final class StoredGeometry {

  private StoredGeometry() {}

  /** {@code schema} with the columns of a stored geometry. */
  static StructType append(StructType schema) {
    return schema
        .add("geometry", BinaryType)
        .add("xmin", DoubleType)
        .add("ymin", DoubleType)
        .add("xmax", DoubleType)
        .add("ymax", DoubleType)
        .add("cell", LongType);
  }

  /** Rows with the stored form of the plane geometry in column {@code plane}. */
  static Iterator<Row> append(Iterator<Row> rows, String plane) {
    Iterable<Row> once = () -> rows;
    return StreamSupport.stream(once.spliterator(), false)
        .map(row -> append(row, Wkb.read(row.<byte[]>getAs(plane))))
        .iterator();
  }

  /** A row with the stored form of {@code plane} at its end. */
  static Row append(Row row, Geometry plane) {
    Object[] values = new Object[row.size()];
    Arrays.setAll(values, row::get);
    return RowFactory.create(
        Stream.concat(Arrays.stream(values), Arrays.stream(columns(plane))).toArray());
  }

  /** The values of the columns. */
  static Object[] columns(Geometry plane) {
    Geometry lonLat = PlaneProjection.toLonLat(plane);
    Envelope bounds = lonLat.getEnvelopeInternal();
    return new Object[] {
      Wkb.write(lonLat),
      bounds.getMinX(),
      bounds.getMinY(),
      bounds.getMaxX(),
      bounds.getMaxY(),
      PlaneProjection.storedCell(plane)
    };
  }
}
