package org.riskcensus.pipeline.spatial;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.join.Hits;
import org.riskcensus.core.join.JoinProbe;

/**
 * The joined rows of a stream of left rows with a right side in memory, one at a time: nothing is
 * collected. Not thread-safe.
 */
final class Matches implements Iterator<Row> {

  /** Whether a pair is to be given here, where others see the same two rows; by their bounds. */
  interface Reporter {
    boolean reports(Envelope left, Envelope right);
  }

  private final Iterator<Row> lefts;
  private final RightSide right;
  private final JoinSchema schema;
  private final JoinKind kind;
  private final JoinProbe probe;
  private final @Nullable Reporter reporter;

  private @Nullable Row left;
  private @Nullable Geometry geometry;
  private @Nullable Hits hits;
  private int next;
  private @Nullable Row ahead;

  /**
   * Joined rows.
   *
   * @param reporter null where nobody else sees these rows
   */
  Matches(
      Iterator<Row> lefts,
      RightSide right,
      JoinSchema schema,
      JoinKind kind,
      @Nullable Reporter reporter) {
    this.right = right;
    this.schema = schema;
    this.kind = kind;
    this.probe = right.index().probe();
    this.lefts = new RowsAhead(lefts, probe);
    this.reporter = reporter;
  }

  @Override
  public boolean hasNext() {
    while (ahead == null) {
      Hits found = hits;
      Row row = left;
      if (row != null && found != null && next < found.size()) {
        ahead = pair(row, found.get(next++));
      } else if (lefts.hasNext()) {
        ahead = begin(lefts.next());
      } else {
        return false;
      }
    }
    return true;
  }

  @Override
  public Row next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException();
    }
    Row row = ahead;
    ahead = null;
    return row;
  }

  /** Looks for the partners of a left row; gives the row that comes out for it alone, if any. */
  private @Nullable Row begin(Row row) {
    Hits found = match(row);
    left = row;
    hits = found;
    next = kind.withRight() ? 0 : found.size();
    boolean alone =
        switch (kind) {
          case INNER -> false;
          case LEFT, ANTI -> found.size() == 0;
          case SEMI -> found.size() > 0;
        };
    return alone ? schema.row(row, null, null, null) : null;
  }

  private Hits match(Row row) {
    if (SpatialSide.isPoint(row)) {
      geometry = null;
      return probe.match(row.getDouble(SpatialSide.X), row.getDouble(SpatialSide.Y));
    }
    geometry = SpatialSide.geometry(row);
    return geometry == null ? probe.match(Double.NaN, Double.NaN) : probe.match(geometry);
  }

  /** The row of a pair; null where another one reports it. A point is seen by one only. */
  private @Nullable Row pair(Row row, int position) {
    Geometry shape = geometry;
    if (reporter != null
        && shape != null
        && !reporter.reports(probe.bounds(shape), probe.reach(position))) {
      return null;
    }
    return schema.row(row, right.row(position), measures(row, position), part(position));
  }

  /** The part of a right geometry near the left one; none of points, which have no size. */
  private byte @Nullable [] part(int position) {
    return geometry == null || !schema.parts() ? null : Wkb.write(probe.part(geometry, position));
  }

  private double @Nullable [] measures(Row row, int position) {
    if (schema.measures().isEmpty()) {
      return null;
    }
    Geometry shape = geometry == null ? SpatialSide.geometry(row) : geometry;
    return shape == null ? null : probe.measures(shape, position, schema.measures());
  }
}
