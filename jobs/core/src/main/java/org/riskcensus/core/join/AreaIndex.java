package org.riskcensus.core.join;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the polygonal geometries that hold a point. Each geometry is cut along the grid that suits
 * its size and number of vertices; geometries of like size share a level, and a point looks into
 * one cell a level. The result does not depend on the grids.
 *
 * <p>The cells of a geometry's bounds are about {@value #CELLS_PER_VERTEX} a vertex: then a
 * boundary cell has one to three edges, and most of the area is core. More cells cost memory and
 * cache misses, fewer cost comparisons. Thread-safe once built.
 */
final class AreaIndex {

  private static final double CELLS_PER_VERTEX = 2;
  private static final int FEWEST_CELLS = 16;

  /** Parts in which geometries are cut side by side. */
  private static final int CHUNKS = 16;

  private static final int MOST_CELLS = 1 << 20;

  /** Sides stay far above the distance of neighbouring doubles, and columns within 31 bits. */
  private static final double FINEST = 0x1p-29;

  private final AreaLevel[] levels;

  private AreaIndex(List<AreaLevel> levels) {
    this.levels = levels.toArray(AreaLevel[]::new);
  }

  /** An index over the geometries at their positions; null where a position has none. */
  static AreaIndex of(List<? extends @Nullable Geometry> areas) {
    TreeMap<Integer, List<Integer>> byExponent = new TreeMap<>();
    for (int i = 0; i < areas.size(); i++) {
      Geometry area = areas.get(i);
      if (area != null) {
        byExponent.computeIfAbsent(exponent(area), e -> new ArrayList<>()).add(i);
      }
    }
    List<AreaLevel> levels = new ArrayList<>();
    while (!byExponent.isEmpty()) {
      int finest = byExponent.firstKey();
      List<Integer> positions = new ArrayList<>(byExponent.remove(finest));
      List<Integer> next = byExponent.remove(finest + 1);
      if (next != null) {
        positions.addAll(next);
        positions.sort(null);
      }
      levels.add(level(Math.scalb(1.0, finest), positions, areas));
    }
    return new AreaIndex(levels);
  }

  /** An index with one grid for all, to show that the grid does not matter. */
  static AreaIndex ofSide(double side, List<? extends Geometry> areas) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      positions.add(i);
    }
    return new AreaIndex(List.of(level(side, positions, areas)));
  }

  private static AreaLevel level(
      double side, List<Integer> positions, List<? extends @Nullable Geometry> areas) {
    int share = Math.max(1, (positions.size() + CHUNKS - 1) / CHUNKS);
    List<AreaLevel.Builder> chunks =
        IntStream.iterate(0, i -> i < positions.size(), i -> i + share)
            .mapToObj(i -> positions.subList(i, Math.min(i + share, positions.size())))
            .parallel()
            .map(chunk -> cut(side, chunk, areas))
            .toList();
    return AreaLevel.of(side, chunks);
  }

  private static AreaLevel.Builder cut(
      double side, List<Integer> positions, List<? extends @Nullable Geometry> areas) {
    AreaLevel.Builder builder = new AreaLevel.Builder(side);
    for (int position : positions) {
      Geometry area = areas.get(position);
      if (area != null) {
        builder.add(position, area);
      }
    }
    return builder;
  }

  /** The power of two that is the side of the grid for a geometry. */
  private static int exponent(Geometry area) {
    Envelope bounds = area.getEnvelopeInternal();
    double cells =
        Math.max(FEWEST_CELLS, Math.min(MOST_CELLS, CELLS_PER_VERTEX * area.getNumPoints()));
    double width = bounds.getWidth();
    double height = bounds.getHeight();
    double side = Math.max(Math.sqrt(width * height / cells), Math.max(width, height) / cells);
    double farthest =
        Math.max(
            Math.max(Math.abs(bounds.getMinX()), Math.abs(bounds.getMaxX())),
            Math.max(Math.abs(bounds.getMinY()), Math.abs(bounds.getMaxY())));
    return Math.getExponent(Math.max(Math.max(side, farthest * FINEST), Double.MIN_NORMAL));
  }

  /**
   * Brings into the processor's caches what look-ups of these points will read. The loads of many
   * points overlap, while those of one wait for each other, and for memory each time.
   *
   * @param space working space of at least {@code count}
   */
  void expect(double[] xs, double[] ys, int count, int[] space) {
    for (AreaLevel level : levels) {
      level.expect(xs, ys, count, space);
    }
  }

  /** Whether a condition holds for all levels, in turn. */
  boolean everyLevel(Predicate<AreaLevel> condition) {
    for (AreaLevel level : levels) {
      if (!condition.test(level)) {
        return false;
      }
    }
    return true;
  }

  /** Adds the geometries that hold a point in their interior, or boundary, as asked for. */
  void find(double x, double y, boolean interior, boolean boundary, Hits hits) {
    for (AreaLevel level : levels) {
      level.find(x, y, interior, boundary, hits);
    }
  }
}
