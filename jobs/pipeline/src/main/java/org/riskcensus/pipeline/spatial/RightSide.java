package org.riskcensus.pipeline.spatial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.JoinIndex;

/**
 * The rows of a right side that is in memory as a whole, in the order of their numbers. What is
 * sent to tasks are the rows; the index over them is built once in each process, when a task asks
 * first, and decodes each geometry once. Thread-safe.
 */
final class RightSide implements Serializable {

  private static final long serialVersionUID = 1L;

  private final JoinCondition condition;
  private final ArrayList<Row> rows;
  private transient @Nullable JoinIndex index;

  RightSide(JoinCondition condition, List<Row> rows) {
    this.condition = condition;
    this.rows = new ArrayList<>(rows);
    this.rows.sort(Comparator.comparingLong(row -> row.getLong(SpatialSide.ROW)));
  }

  Row row(int position) {
    return rows.get(position);
  }

  synchronized JoinIndex index() {
    JoinIndex built = index;
    if (built == null) {
      List<@Nullable Geometry> geometries = new ArrayList<>(rows.size());
      rows.forEach(row -> geometries.add(SpatialSide.geometry(row)));
      built = JoinIndex.of(condition, geometries);
      index = built;
    }
    return built;
  }
}
