package org.riskcensus.pipeline.spatial;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.join.ClassCover;
import org.riskcensus.core.join.Surface;

/**
 * Rows of a left object and a class from a stream of pairs in which those of a left row follow each
 * other. One left row's pairs are in memory at a time. Not thread-safe.
 */
final class ClassRows implements Iterator<Row> {

  private final Iterator<Row> pairs;
  private final Surface surface;
  private final ClassOrder order;
  private final int leftColumns;
  private final List<Row> ready = new ArrayList<>();
  private int next;
  private @Nullable Row ahead;

  /**
   * Rows by class.
   *
   * @param pairs the left columns, then right row, class and part
   */
  ClassRows(Iterator<Row> pairs, Surface surface, ClassOrder order, int leftColumns) {
    this.pairs = pairs;
    this.surface = surface;
    this.order = order;
    this.leftColumns = leftColumns;
  }

  @Override
  public boolean hasNext() {
    return next < ready.size() || ahead != null || pairs.hasNext();
  }

  @Override
  public Row next() {
    if (next == ready.size()) {
      fill();
    }
    return ready.get(next++);
  }

  private void fill() {
    ready.clear();
    next = 0;
    Row first = ahead == null ? read() : ahead;
    if (first == null) {
      throw new NoSuchElementException();
    }
    ClassCover cover = new ClassCover(surface, SpatialSide.geometry(first));
    boolean partners = !first.isNullAt(leftColumns);
    Row pair = first;
    while (pair != null && pair.getLong(SpatialSide.ROW) == first.getLong(SpatialSide.ROW)) {
      if (partners) {
        byte[] part = pair.getAs(leftColumns + 2);
        int rank = order.rank(pair.get(leftColumns + 1));
        cover.add(rank, part == null ? ClassCover.NOTHING : Wkb.read(part));
      }
      pair = read();
    }
    ahead = pair;
    if (!partners) {
      ready.add(row(first, cover.none(), null, null));
    }
    List<ClassCover.Cover> covers = cover.covers();
    for (ClassCover.Cover one : covers) {
      Object highest = order.label(covers.get(0).rank());
      ready.add(row(first, one, order.label(one.rank()), highest));
    }
  }

  private @Nullable Row read() {
    return pairs.hasNext() ? pairs.next() : null;
  }

  private Row row(
      Row left, ClassCover.Cover cover, @Nullable Object label, @Nullable Object highest) {
    List<@Nullable Object> values = new ArrayList<>(leftColumns + ClassJoin.COLUMNS);
    for (int i = 0; i < leftColumns; i++) {
      values.add(left.get(i));
    }
    values.add(cover.rank());
    values.add(label);
    values.add(cover.partners());
    for (double measure :
        new double[] {
          cover.area(), cover.length(), cover.share(), cover.highestArea(), cover.highestLength()
        }) {
      values.add(Double.isNaN(measure) ? null : measure);
    }
    values.add(highest);
    return RowFactory.create(values.toArray());
  }
}
