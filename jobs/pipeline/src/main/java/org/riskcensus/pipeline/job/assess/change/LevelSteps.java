package org.riskcensus.pipeline.job.assess.change;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.map.LevelChange;

/**
 * Levels and indices of places on the way from one release to the next: as released before, with
 * the new data, with the new boundaries too, as released after. The difference of two neighbours is
 * what that cause does, so the differences add up to the whole.
 */
final class LevelSteps {

  /** What each step after the first lets in. */
  private static final List<Cause> CAUSES = List.of(Cause.DATA, Cause.BOUNDARY, Cause.METHOD);

  private static final int STEPS = CAUSES.size() + 1;

  private LevelSteps() {}

  /**
   * One row a place: {@code level_0 … level_3, index_0 … index_3}, null where it was not assessed.
   *
   * @param steps four tables with the keys, {@code level} and {@code index}
   * @param keys columns that name a place
   */
  static Dataset<Row> of(List<Dataset<Row>> steps, List<String> keys) {
    if (steps.size() != STEPS) {
      throw new IllegalArgumentException("there are " + STEPS + " steps, got " + steps.size());
    }
    List<Column> columns = new ArrayList<>(keys.stream().map(key -> col(key)).toList());
    columns.add(col("level"));
    columns.add(col("index"));
    Dataset<Row> all = null;
    for (int i = 0; i < STEPS; i++) {
      Dataset<Row> step =
          steps.get(i).select(columns.toArray(Column[]::new)).withColumn("step", lit(i));
      all = all == null ? step : all.union(step);
    }
    List<Column> found = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      Column here = col("step").equalTo(i);
      found.add(max(when(here, col("level"))).as("level_" + i));
      found.add(max(when(here, col("index"))).as("index_" + i));
    }
    Column[] by = keys.stream().map(key -> col(key)).toArray(Column[]::new);
    Column[] rest = found.subList(1, found.size()).toArray(Column[]::new);
    return java.util.Objects.requireNonNull(all).groupBy(by).agg(found.get(0), rest);
  }

  /**
   * Adds {@code change} and {@code cause}, and what each cause does to the index.
   *
   * @param comparable whether the releases have the same scale; where not, only out of reach, which
   *     is 0 in any, is what it was, and the levels of the last step are by another scale than the
   *     others
   */
  static Dataset<Row> judged(Dataset<Row> places, boolean comparable) {
    Dataset<Row> judged =
        places.withColumn("change", change(comparable)).withColumn("cause", cause(comparable));
    for (int i = 1; i < STEPS; i++) {
      judged = judged.withColumn("by_" + CAUSES.get(i - 1).code(), index(i).minus(index(i - 1)));
    }
    return judged;
  }

  private static Column index(int step) {
    return coalesce(col("index_" + step), lit(0.0));
  }

  private static Column change(boolean comparable) {
    Column before = col("level_0");
    Column after = col("level_" + (STEPS - 1));
    return when(before.isNull(), LevelChange.NEW.code())
        .when(after.isNull(), LevelChange.NO_LONGER_SURVEYED.code())
        .when(
            lit(!comparable).and(before.notEqual(0).or(after.notEqual(0))),
            LevelChange.NOT_COMPARABLE.code())
        .when(after.gt(before), LevelChange.RISEN.code())
        .when(after.lt(before), LevelChange.FALLEN.code())
        .otherwise(LevelChange.UNCHANGED.code());
  }

  /** The causes that changed the level, joined by a plus sign; empty where none did. */
  private static Column cause(boolean comparable) {
    List<Column> causes = new ArrayList<>();
    for (int i = 1; i < STEPS; i++) {
      Column same = col("level_" + i).eqNullSafe(col("level_" + (i - 1)));
      if (!comparable && i == STEPS - 1) {
        same = same.and(coalesce(col("level_" + i), lit(0)).equalTo(0));
      }
      causes.add(when(not(same), CAUSES.get(i - 1).code()));
    }
    return concat_ws("+", array(causes.toArray(Column[]::new)));
  }

  /** The places whose level changed. */
  static Dataset<Row> changed(Dataset<Row> judged) {
    return judged.where(not(col("change").equalTo(LevelChange.UNCHANGED.code())));
  }
}
