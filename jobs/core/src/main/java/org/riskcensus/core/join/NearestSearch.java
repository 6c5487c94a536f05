package org.riskcensus.core.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The k nearest geometries of the right side: a search by bounds whose reach grows until the k-th
 * neighbour found lies within it, so that none outside can be nearer. Equally far ones are taken in
 * the order of their positions. Not thread-safe.
 */
final class NearestSearch {

  private record Neighbour(double metres, int position) {}

  private static final Comparator<Neighbour> NEAREST_FIRST =
      Comparator.comparingDouble(Neighbour::metres).thenComparingInt(Neighbour::position);

  private final BoundsIndex index;
  private final List<? extends @Nullable Geometry> rights;
  private final Surface surface;
  private final int k;
  private final double firstReach;

  NearestSearch(
      BoundsIndex index, List<? extends @Nullable Geometry> rights, JoinCondition condition) {
    this.index = index;
    this.rights = rights;
    this.surface = condition.surface();
    this.k = Math.min(condition.k(), index.size());
    double span = index.size() == 0 ? 0 : surface.span(index.extent());
    double share = Math.sqrt((double) condition.k() / Math.max(1, index.size()));
    this.firstReach = span > 0 ? span * Math.min(1, share) : 1;
  }

  /** Adds the nearest, nearest first. */
  void find(Geometry left, Hits hits) {
    if (k == 0) {
      return;
    }
    double reach = firstReach;
    List<Neighbour> found = within(left, reach);
    while (found.size() < k) {
      reach *= 4;
      found = within(left, reach);
    }
    found.sort(NEAREST_FIRST);
    double farthest = found.get(k - 1).metres();
    if (farthest > reach) {
      found = within(left, farthest);
      found.sort(NEAREST_FIRST);
    }
    found.subList(0, k).forEach(neighbour -> hits.add(neighbour.position()));
  }

  private List<Neighbour> within(Geometry left, double reach) {
    List<Neighbour> found = new ArrayList<>();
    index.find(
        surface.around(left.getEnvelopeInternal(), reach),
        position -> {
          Geometry right = rights.get(position);
          if (right != null) {
            found.add(new Neighbour(surface.distance(left, right), position));
          }
        });
    return found;
  }
}
