package org.riskcensus.pipeline.spatial;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.join.JoinCondition;

/** Size and extent of a right side: what the way of a join is chosen by. Read in one pass. */
final class SideStatistics implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Envelope extent = new Envelope();
  private long bytes;
  private long shapes;
  private double squares;

  private SideStatistics() {}

  static SideStatistics of(Dataset<Row> right, JoinCondition condition) {
    FlatMapFunction<Iterator<Row>, SideStatistics> read =
        rows -> {
          SideStatistics part = new SideStatistics();
          rows.forEachRemaining(row -> part.add(row, condition));
          return List.of(part).iterator();
        };
    SideStatistics all = new SideStatistics();
    right.javaRDD().mapPartitions(read).collect().forEach(all::merge);
    return all;
  }

  private void add(Row row, JoinCondition condition) {
    bytes += SpatialSide.bytes(row);
    Geometry geometry = SpatialSide.geometry(row);
    if (geometry != null && !geometry.isEmpty()) {
      Envelope reach = condition.reach(geometry);
      extent.expandToInclude(reach);
      shapes++;
      double side = Math.max(reach.getWidth(), reach.getHeight());
      squares += side * side;
    }
  }

  private void merge(SideStatistics part) {
    extent.expandToInclude(part.extent);
    bytes += part.bytes;
    shapes += part.shapes;
    squares += part.squares;
  }

  /** Bytes of all rows in memory, about. */
  long bytes() {
    return bytes;
  }

  /** Where left rows can find a partner. */
  Envelope extent() {
    return extent;
  }

  /** Root mean square of the longer sides of the bounds, 0 without any. */
  double side() {
    return shapes == 0 ? 0 : Math.sqrt(squares / shapes);
  }
}
