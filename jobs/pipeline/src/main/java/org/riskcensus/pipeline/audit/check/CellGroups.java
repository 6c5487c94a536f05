package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.sequence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Brings together rows that can be near each other, and nothing else: each row goes to the grid
 * cells its box touches, and the rows of one cell and kind are looked at together, in the order of
 * source and row. Memory holds one cell. A pair that meets in several cells must be reported in one
 * of them; {@link #reports} says in which.
 */
final class CellGroups {

  /** Looks at the rows of one group; gives rows of {@link Found#TYPE}. */
  interface Look extends Serializable {
    List<Row> at(List<Row> group);
  }

  private CellGroups() {}

  /**
   * What {@code look} finds in each cell.
   *
   * @param rows columns of origin first, then others, among them {@code same} (only rows equal in
   *     it and in dataset meet), {@code side} of the cells in metres, and the box {@code xmin,
   *     ymin, xmax, ymax} in metres
   */
  static Dataset<Row> look(Dataset<Row> rows, Look look) {
    // numbers first: they tell rows apart sooner than texts that most rows share
    return grouped(
        rows.withColumn("column", explode(lines("xmin", "xmax")))
            .withColumn("line", explode(lines("ymin", "ymax"))),
        look,
        "column",
        "line",
        "dataset",
        "same");
  }

  /** What {@code look} finds in each group of rows that agree in some columns. */
  static Dataset<Row> grouped(Dataset<Row> rows, Look look, String... by) {
    Column[] key = new Column[by.length];
    Column[] order = new Column[by.length + 2];
    for (int i = 0; i < by.length; i++) {
      key[i] = col(by[i]);
      order[i] = col(by[i]);
    }
    order[by.length] = col("source_id");
    order[by.length + 1] = col("row_number");
    MapPartitionsFunction<Row, Row> each = partition -> new Groups(partition, by, look);
    return rows.repartition(key)
        .sortWithinPartitions(order)
        .mapPartitions(each, Encoders.row(Found.TYPE));
  }

  private static Column lines(String low, String high) {
    return sequence(
        floor(col(low).divide(col("side"))).cast("long"),
        floor(col(high).divide(col("side"))).cast("long"));
  }

  /** Whether the group of this row is the one that reports what is at a place. */
  static boolean reports(Row row, double x, double y) {
    double side = row.<Double>getAs("side");
    return row.<Long>getAs("column") == (long) Math.floor(x / side)
        && row.<Long>getAs("line") == (long) Math.floor(y / side);
  }

  /** Cuts sorted rows into groups of equal keys and looks at one after the other. */
  private static final class Groups implements Iterator<Row> {

    private final Iterator<Row> rows;
    private final String[] by;
    private final Look look;
    private @Nullable Row ahead;
    private Iterator<Row> found = Collections.emptyIterator();

    Groups(Iterator<Row> rows, String[] by, Look look) {
      this.rows = rows;
      this.by = by;
      this.look = look;
    }

    @Override
    public boolean hasNext() {
      while (!found.hasNext() && (ahead != null || rows.hasNext())) {
        found = look.at(group()).iterator();
      }
      return found.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return found.next();
    }

    private List<Row> group() {
      Row first = ahead == null ? rows.next() : ahead;
      ahead = null;
      List<Row> group = new ArrayList<>(List.of(first));
      while (rows.hasNext()) {
        Row row = rows.next();
        if (!same(first, row)) {
          ahead = row;
          break;
        }
        group.add(row);
      }
      return group;
    }

    private boolean same(Row one, Row other) {
      for (String column : by) {
        if (!Objects.equals(one.getAs(column), other.getAs(column))) {
          return false;
        }
      }
      return true;
    }
  }
}
