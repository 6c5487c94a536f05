package org.riskcensus.pipeline.job.dissolve;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.join.Surface;
import org.riskcensus.pipeline.spatial.SpatialSide;

/**
 * Areas united by class, first those near each other, tile by tile, then the tiles. Geometry is not
 * cut for it and no vertex is dropped, so that classes that tile the plane still do. Areas of one
 * class that overlap count once; how much they overlapped is told.
 *
 * @param surface what areas are measured on
 * @param leftOut counts rows that are no areas
 */
record DissolveTransform(Surface surface, LongAccumulator leftOut) implements Serializable {

  private static final int AREAS_A_TILE = 256;
  private static final int ROW = 0;
  private static final int CLASS = SpatialSide.LEADING;
  private static final int ROWS = CLASS + 1;
  private static final int SUM = CLASS + 2;

  /** What one partition holds. */
  private record Part(Envelope bounds, long areas) implements Serializable {}

  /** Square tiles over the areas, of some hundred each if they were spread evenly. */
  private record Extent(double west, double south, double side, int across)
      implements Serializable {

    static Extent of(Dataset<Row> rows) {
      FlatMapFunction<Iterator<Row>, Part> bounds =
          part -> {
            Envelope all = new Envelope();
            long count = 0;
            while (part.hasNext()) {
              Geometry geometry = SpatialSide.geometry(part.next());
              if (geometry != null) {
                all.expandToInclude(geometry.getEnvelopeInternal());
                count++;
              }
            }
            return List.of(new Part(all, count)).iterator();
          };
      Envelope all = new Envelope();
      double count = 0;
      for (Part part : rows.javaRDD().mapPartitions(bounds).collect()) {
        all.expandToInclude(part.bounds());
        count += part.areas();
      }
      int across = (int) Math.max(1, Math.ceil(Math.sqrt(count / AREAS_A_TILE)));
      double side = all.isNull() ? 1 : Math.max(all.getWidth(), all.getHeight()) / across;
      return new Extent(all.getMinX(), all.getMinY(), side > 0 ? side : 1, across);
    }

    String tile(Geometry geometry) {
      Envelope bounds = geometry.getEnvelopeInternal();
      int column = (int) ((bounds.centre().x - west) / side);
      int row = (int) ((bounds.centre().y - south) / side);
      return Math.min(column, across - 1) + "/" + Math.min(row, across - 1);
    }
  }

  /**
   * The classes: {@code row} (the first of the class), {@code geometry}, the class, {@code rows},
   * {@code area_m2}, {@code overlap_m2}.
   *
   * @param layer rows of a layer with the class as their only attribute
   */
  Dataset<Row> apply(Dataset<Row> layer) {
    Extent extent = Extent.of(layer);
    StructType partial =
        layer
            .schema()
            .add("rows", DataTypes.LongType, false)
            .add("area_m2", DataTypes.DoubleType, false);
    StructType whole = partial.add("overlap_m2", DataTypes.DoubleType, false);
    FlatMapFunction<Row, Row> areas = row -> area(row).iterator();
    MapFunction<Row, String> tile = row -> key(row) + " " + extent.tile(shape(row));
    MapFunction<Row, String> all = DissolveTransform::key;
    MapGroupsFunction<String, Row, Row> unite = (key, rows) -> unite(rows, false);
    MapGroupsFunction<String, Row, Row> finish = (key, rows) -> unite(rows, true);
    return layer
        .flatMap(areas, Encoders.row(partial))
        .groupByKey(tile, Encoders.STRING())
        .mapGroups(unite, Encoders.row(partial))
        .groupByKey(all, Encoders.STRING())
        .mapGroups(finish, Encoders.row(whole));
  }

  private static Geometry shape(Row row) {
    return Objects.requireNonNull(SpatialSide.geometry(row), "rows without an area are left out");
  }

  private static String key(Row row) {
    return row.isNullAt(CLASS) ? "-" : "=" + row.get(CLASS);
  }

  private List<Row> area(Row row) {
    Geometry geometry = SpatialSide.geometry(row);
    if (geometry == null || geometry.getDimension() < 2) {
      leftOut.add(1);
      return List.of();
    }
    double area = surface.area(geometry);
    return List.of(row(row, polygons(List.of(geometry)), 1, area, null));
  }

  private Row unite(Iterator<Row> rows, boolean last) {
    List<Row> parts = new ArrayList<>();
    rows.forEachRemaining(parts::add);
    parts.sort(Comparator.comparingLong(row -> row.getLong(ROW)));
    List<Geometry> shapes = new ArrayList<>();
    long count = 0;
    double sum = 0;
    for (Row part : parts) {
      shapes.add(shape(part));
      count += part.getLong(ROWS);
      sum += part.getDouble(SUM);
    }
    Geometry union = polygons(shapes);
    if (!last) {
      return row(parts.get(0), union, count, sum, null);
    }
    double area = surface.area(union);
    return row(parts.get(0), union, count, area, Math.max(0, sum - area));
  }

  private static Geometry polygons(List<Geometry> shapes) {
    List<Geometry> polygons = new ArrayList<>();
    for (Geometry shape : shapes) {
      for (Object polygon : PolygonExtracter.getPolygons(shape)) {
        polygons.add((Geometry) polygon);
      }
    }
    return polygons.size() == 1 ? polygons.get(0) : OverlayNGRobust.union(polygons);
  }

  private static Row row(
      Row first, Geometry shape, long rows, double area, @Nullable Double overlap) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(first.getLong(ROW));
    values.add(null);
    values.add(null);
    values.add(Wkb.write(shape));
    values.add(first.get(CLASS));
    values.add(rows);
    values.add(area);
    if (overlap != null) {
      values.add(overlap);
    }
    return RowFactory.create(values.toArray());
  }
}
