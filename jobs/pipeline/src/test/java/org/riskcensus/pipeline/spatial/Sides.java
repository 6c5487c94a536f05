package org.riskcensus.pipeline.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.riskcensus.core.geometry.Wkb;

/** Sides of joins for tests. */
final class Sides {

  static final GeometryFactory FACTORY = new GeometryFactory();

  private Sides() {}

  /** A side with one attribute of text, in three partitions. */
  static Dataset<Row> of(
      SparkSession spark,
      String prefix,
      List<@Nullable Geometry> shapes,
      List<@Nullable Object> attributes) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Geometry shape = shapes.get(i);
      rows.add(
          shape instanceof Point point && !point.isEmpty()
              ? RowFactory.create((long) i, point.getX(), point.getY(), null, attributes.get(i))
              : RowFactory.create(
                  (long) i,
                  null,
                  null,
                  shape == null ? null : Wkb.write(shape),
                  attributes.get(i)));
    }
    return spark
        .createDataFrame(rows, SpatialSide.schema().add(prefix + "0", DataTypes.StringType, true))
        .repartition(3);
  }

  /** Points, lines, boxes, stars, one that covers everything, and rows without geometry. */
  static List<@Nullable Geometry> shapes(long seed, int count) {
    Random random = new Random(seed);
    List<@Nullable Geometry> shapes = new ArrayList<>();
    shapes.add(FACTORY.toGeometry(new Envelope(-5, 45, -5, 45)));
    while (shapes.size() < count) {
      double x = random.nextInt(40);
      double y = random.nextInt(40);
      double size = random.nextInt(1, 6);
      shapes.add(
          switch (random.nextInt(7)) {
            case 0 -> FACTORY.createPoint(new Coordinate(x, y));
            case 1 ->
                FACTORY.createLineString(
                    new Coordinate[] {new Coordinate(x, y), new Coordinate(x + size, y + size)});
            case 2, 3 -> FACTORY.toGeometry(new Envelope(x, x + size, y, y + size));
            case 4 -> FACTORY.createPoint(new Coordinate(x + 0.5, y + 0.25)).buffer(size);
            case 5 ->
                FACTORY.createMultiPointFromCoords(
                    new Coordinate[] {new Coordinate(x, y), new Coordinate(y, x)});
            default -> random.nextBoolean() ? null : FACTORY.createPolygon();
          });
    }
    return shapes;
  }
}
