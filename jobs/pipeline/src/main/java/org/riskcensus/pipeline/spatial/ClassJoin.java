package org.riskcensus.pipeline.spatial;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.join.ClassCover;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.Surface;

/**
 * A spatial join whose partners are taken together by class: a row for each left row and class of
 * its partners, with what {@link ClassCover} says of it, and the highest class of the left row. Of
 * a left join, a left row without partners comes once, without a class.
 *
 * @param condition when rows belong together
 * @param options how; an inner or left join
 * @param order which class is higher
 */
public record ClassJoin(JoinCondition condition, JoinOptions options, ClassOrder order) {

  /** Number of the columns after those of the left side. */
  static final int COLUMNS = 9;

  /** The column that orders the classes of a left row, 0 the highest. */
  public static final String RANK = "class_rank";

  /**
   * Joins two sides laid out as {@link SpatialSide} says; reads the right one.
   *
   * @param right with the class as its only attribute, which gives the column its name
   */
  public Dataset<Row> join(Dataset<Row> left, Dataset<Row> right) {
    SpatialJoin.Joined pairs = new SpatialJoin(condition, options.withParts()).pairs(left, right);
    Dataset<Row> grouped =
        pairs.adjacent()
            ? pairs.rows()
            : pairs
                .rows()
                .repartition(functions.col("row"))
                .sortWithinPartitions("row", JoinSchema.RIGHT_ROW);
    Surface surface = condition.surface();
    ClassOrder classes = order;
    int leftColumns = left.schema().length();
    MapPartitionsFunction<Row, Row> cover =
        rows -> new ClassRows(rows, surface, classes, leftColumns);
    return grouped.mapPartitions(cover, Encoders.row(schema(left.schema(), right.schema())));
  }

  private static StructType schema(StructType left, StructType right) {
    String name = right.apply(SpatialSide.LEADING).name();
    DataType type = right.apply(SpatialSide.LEADING).dataType();
    return left.add(RANK, DataTypes.IntegerType, false)
        .add(name, type, true)
        .add("right_rows", DataTypes.LongType, false)
        .add("union_area_m2", DataTypes.DoubleType, true)
        .add("union_length_m", DataTypes.DoubleType, true)
        .add("share_left", DataTypes.DoubleType, true)
        .add("highest_area_m2", DataTypes.DoubleType, true)
        .add("highest_length_m", DataTypes.DoubleType, true)
        .add("highest_class", type, true);
  }
}
