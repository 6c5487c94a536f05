package org.riskcensus.pipeline.spatial;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.SpatialPredicate;
import org.riskcensus.pipeline.spatial.JoinOptions.Strategy;

/**
 * The spatial join of two datasets laid out as {@link SpatialSide} says, in one reference system.
 *
 * <p>A right side that fits into memory is sent to every task, which streams its left rows past an
 * index; otherwise both sides are shuffled by grid cell ({@link ShuffleJoin}). The rows are the
 * same either way, in no particular order. {@code nearest} always takes the first way, since no
 * cell knows how far the nearest is.
 */
public final class SpatialJoin {

  private final JoinCondition condition;
  private final JoinOptions options;

  /** A join that can be applied to any two sides. */
  public SpatialJoin(JoinCondition condition, JoinOptions options) {
    this.condition = condition;
    this.options = options;
  }

  /**
   * The joined rows: the left columns, then {@code right_row}, the right attributes and {@code
   * overlap_area_m2}, as far as asked for. Reads the right side; the left is read when the result
   * is. Attributes of the two sides must differ in name.
   */
  public Dataset<Row> join(Dataset<Row> left, Dataset<Row> right) {
    return pairs(left, right).rows();
  }

  /**
   * Joined rows.
   *
   * @param rows of the join
   * @param adjacent whether those of a left row follow each other, in the order of the right
   */
  record Joined(Dataset<Row> rows, boolean adjacent) {}

  Joined pairs(Dataset<Row> left, Dataset<Row> right) {
    JoinSchema schema = JoinSchema.of(left.schema(), right.schema(), options);
    if (options.strategy() == Strategy.BROADCAST
        || condition.predicate() == SpatialPredicate.NEAREST) {
      return new Joined(broadcast(left, right, schema), true);
    }
    SideStatistics statistics = SideStatistics.of(right, condition);
    boolean fits = statistics.bytes() <= options.broadcastBytes();
    return options.strategy() == Strategy.AUTO && fits
        ? new Joined(broadcast(left, right, schema), true)
        : new Joined(new ShuffleJoin(condition, options, statistics, left, right).join(), false);
  }

  private Dataset<Row> broadcast(Dataset<Row> left, Dataset<Row> right, JoinSchema schema) {
    Broadcast<RightSide> side =
        JavaSparkContext.fromSparkContext(left.sparkSession().sparkContext())
            .broadcast(new RightSide(condition, right.collectAsList()));
    JoinKind kind = options.kind();
    MapPartitionsFunction<Row, Row> match =
        rows -> new Matches(rows, side.value(), schema, kind, null);
    return left.mapPartitions(match, Encoders.row(schema.type()));
  }
}
