package org.riskcensus.core.join;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * What the cells of an {@link AreaIndex} tell of a left geometry by its bounds alone. A polygon to
 * whose interior the bounds belong in each cell that they meet holds the geometry there; one whose
 * exterior they belong to has no point in common with it; only those with an edge that touches the
 * bounds need a closer look. Both answers are exact, since every position lies in one cell and
 * edges are compared exactly. Not thread-safe.
 */
final class CellFilter {

  /** More cells than this cost more than the tests that they spare. */
  private static final int MOST_CELLS = 1 << 5;

  /** What a cell with such an edge counts: more than all others together. */
  private static final int TOUCHED = 1 << 20;

  private final AreaIndex areas;
  private final int[] counts;
  private final Hits met = new Hits();
  private final Hits inside = new Hits();
  private final Hits near = new Hits();
  private @Nullable Geometry left;

  /**
   * A filter for one thread.
   *
   * @param size number of positions in the index
   */
  CellFilter(AreaIndex areas, int size) {
    this.areas = areas;
    this.counts = new int[size];
  }

  /** Looks around a geometry; false where its bounds have too many cells to be told of. */
  boolean look(Geometry geometry) {
    inside.clear();
    near.clear();
    left = geometry;
    Envelope bounds = geometry.getEnvelopeInternal();
    return areas.everyLevel(level -> level.cells(bounds) <= MOST_CELLS)
        && areas.everyLevel(level -> look(level, bounds));
  }

  private boolean look(AreaLevel level, Envelope bounds) {
    long cells = level.cells(bounds);
    met.clear();
    level.look(bounds, this);
    for (int i = 0; i < met.size(); i++) {
      int position = met.get(i);
      (counts[position] == cells ? inside : near).add(position);
      counts[position] = 0;
    }
    return true;
  }

  /** Takes how the bounds lie to the polygon at a position, as far as a cell reaches. */
  void tell(int position, int location) {
    if (location == Location.EXTERIOR) {
      return;
    }
    if (counts[position] == 0) {
      met.add(position);
    }
    counts[position] += location == Location.INTERIOR ? 1 : TOUCHED;
  }

  /** Positions of the polygons that surely hold the geometry in their interior. */
  Hits inside() {
    return inside;
  }

  /** Positions of those that may have a point in common with it otherwise. */
  Hits near() {
    return near;
  }

  /** Whether a geometry was the last one looked at, and surely lies in a polygon's interior. */
  @SuppressWarnings("ReferenceEquality") // one object all the time its partners are gone through
  boolean isInside(Geometry geometry, int position) {
    return geometry == left && inside.contains(position);
  }
}
