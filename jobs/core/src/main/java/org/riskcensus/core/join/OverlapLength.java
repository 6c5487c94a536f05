package org.riskcensus.core.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The length of the lines of either geometry that lie in the other one. Areas are met tile by tile
 * as in {@link OverlapArea}; as tiles have their borders in common, what they give is united, so
 * that a line along such a border counts once. Not thread-safe.
 */
final class OverlapLength {

  private final Surface surface;
  private final OverlapArea areas;
  private final List<? extends @Nullable Geometry> rights;

  OverlapLength(Surface surface, OverlapArea areas, List<? extends @Nullable Geometry> rights) {
    this.surface = surface;
    this.areas = areas;
    this.rights = rights;
  }

  /** Metres of lines in common with the right geometry at a position. */
  double of(Geometry left, int position) {
    Geometry right = rights.get(position);
    if (right == null) {
      return 0;
    }
    List<Geometry> shared = new ArrayList<>();
    Geometry leftLines = lines(left);
    Geometry rightLines = lines(right);
    if (!leftLines.isEmpty()) {
      areas.tiles(position, right).forEach(tile -> addShared(leftLines, tile, shared));
      addShared(leftLines, rightLines, shared);
    }
    if (!rightLines.isEmpty() && left.getDimension() == 2) {
      addShared(rightLines, OverlapArea.polygonal(left), shared);
    }
    return shared.isEmpty() ? 0 : surface.length(united(shared));
  }

  private static void addShared(Geometry lines, Geometry other, List<Geometry> shared) {
    if (other.isEmpty() || !other.getEnvelopeInternal().intersects(lines.getEnvelopeInternal())) {
      return;
    }
    Geometry common = lines(OverlayNGRobust.overlay(lines, other, OverlayNG.INTERSECTION));
    if (!common.isEmpty()) {
      shared.add(common);
    }
  }

  private static Geometry united(List<Geometry> lines) {
    return lines.size() == 1 ? lines.get(0) : OverlayNGRobust.union(lines);
  }

  /** The lines of a geometry, without the borders of its areas. */
  static Geometry lines(Geometry geometry) {
    return geometry instanceof Lineal ? geometry : LineStringExtracter.getGeometry(geometry);
  }
}
