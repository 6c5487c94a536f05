package org.riskcensus.pipeline.spatial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.SpatialPredicate;

/**
 * The join of two sides neither of which need fit into memory: both are shuffled by grid cell,
 * split where a cell is hot, and in a cell the left rows stream past an index of the right ones. A
 * geometry goes to every cell its bounds meet; a pair is reported by the one cell that holds the
 * lower left corner of what their bounds share, so nothing has to be made distinct. In memory are
 * the right rows of one cell at a time.
 */
final class ShuffleJoin {

  private final JoinCondition condition;
  private final JoinOptions options;
  private final Envelope extent;
  private final JoinGrid grid;
  private final HotCells hot;
  private final Dataset<Row> left;
  private final Dataset<Row> right;

  ShuffleJoin(
      JoinCondition condition,
      JoinOptions options,
      SideStatistics statistics,
      Dataset<Row> left,
      Dataset<Row> right) {
    this.condition = condition;
    this.options = options;
    this.left = left;
    this.right = right;
    int tasks = Integer.parseInt(left.sparkSession().conf().get("spark.sql.shuffle.partitions"));
    this.extent = statistics.extent();
    LeftSample sample = LeftSample.of(left, extent);
    this.grid = JoinGrid.of(statistics, sample.side(), tasks);
    this.hot = HotCells.of(sample, grid, tasks);
  }

  Dataset<Row> join() {
    return switch (options.kind()) {
      case INNER -> pairs(JoinKind.INNER);
      case SEMI -> left.join(matched(), "row", "left_semi");
      case ANTI -> left.join(matched(), "row", "left_anti");
      case LEFT -> {
        JoinSchema schema = JoinSchema.of(left.schema(), right.schema(), options);
        MapFunction<Row, Row> withNulls = row -> schema.row(row, null, null, null);
        yield pairs(JoinKind.INNER)
            .union(
                left.join(matched(), "row", "left_anti")
                    .map(withNulls, Encoders.row(schema.type())));
      }
    };
  }

  /** The numbers of the left rows that have a partner. */
  private Dataset<Row> matched() {
    return pairs(JoinKind.SEMI).select(functions.col("row"));
  }

  private Dataset<Row> pairs(JoinKind kind) {
    JoinCondition when = condition;
    JoinGrid cells = grid;
    Envelope everything = extent;
    CellRows.Bounds ofLeft = row -> bounds(row, when).intersection(everything);
    CellRows.Bounds ofRight = row -> reach(row, when);
    JoinSchema schema = JoinSchema.of(left.schema(), right.schema(), options.with(kind));
    CoGroupFunction<Long, Row, Row, Row> match =
        (key, lefts, rights) -> match(key, lefts, rights, new InCell(when, cells, schema, kind));
    return keyed(left, ofLeft, false)
        .cogroup(keyed(right, ofRight, true), match, Encoders.row(schema.type()));
  }

  /** What the join within a cell needs to know. */
  private record InCell(JoinCondition condition, JoinGrid grid, JoinSchema schema, JoinKind kind) {}

  private static Envelope bounds(Row row, JoinCondition condition) {
    boolean byPlace = condition.predicate() == SpatialPredicate.LOCATE && !SpatialSide.isPoint(row);
    Geometry geometry = byPlace ? SpatialSide.geometry(row) : null;
    return geometry == null ? SpatialSide.bounds(row) : condition.bounds(geometry);
  }

  private static Envelope reach(Row row, JoinCondition condition) {
    Geometry geometry = SpatialSide.geometry(row);
    return geometry == null || geometry.isEmpty() ? new Envelope() : condition.reach(geometry);
  }

  private KeyValueGroupedDataset<Long, Row> keyed(
      Dataset<Row> side, CellRows.Bounds bounds, boolean everyPart) {
    JoinGrid cells = grid;
    HotCells split = hot;
    MapPartitionsFunction<Row, Row> spread =
        rows -> new CellRows(rows, bounds, cells, split, everyPart);
    int key = side.schema().length();
    MapFunction<Row, Long> keyOf = row -> row.getLong(key);
    return side.mapPartitions(spread, Encoders.row(CellRows.schema(side.schema())))
        .groupByKey(keyOf, Encoders.LONG());
  }

  private static Iterator<Row> match(
      long key, Iterator<Row> lefts, Iterator<Row> rights, InCell join) {
    if (!lefts.hasNext() || !rights.hasNext()) {
      return Collections.emptyIterator();
    }
    List<Row> buffered = new ArrayList<>();
    rights.forEachRemaining(buffered::add);
    long cell = JoinGrid.unsalted(key);
    return new Matches(
        lefts,
        new RightSide(join.condition(), buffered),
        join.schema(),
        join.kind(),
        (a, b) -> join.grid().reporter(a, b) == cell);
  }
}
