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
    return right == null
        ? 0
        : measure(surface, left, lines(right), () -> areas.tiles(position, right));
  }

  /** The areas of a right side, made when they are needed. */
  interface Areas {
    List<Geometry> get();
  }

  /**
   * Metres of lines of either side in the other one: the stretches that lines have in common, then
   * what else of the left lines lies in right areas, then what else of the right lines in left
   * areas. Each is taken from what the one before has left, and lines are held against lines before
   * they are cut: ends of cut lines are rounded, so that stretches in common would no longer be
   * found to be the same.
   *
   * @param rightAreas which share no area
   */
  static double measure(Surface surface, Geometry left, Geometry rightLines, Areas rightAreas) {
    Geometry leftLines = lines(left);
    double length = 0;
    if (!leftLines.isEmpty()) {
      length += surface.length(lines(overlay(leftLines, rightLines, OverlayNG.INTERSECTION)));
      Geometry rest = overlay(leftLines, rightLines, OverlayNG.DIFFERENCE);
      List<Geometry> inside = new ArrayList<>();
      for (Geometry area : rightAreas.get()) {
        if (area.getEnvelopeInternal().intersects(rest.getEnvelopeInternal())) {
          inside.add(lines(overlay(rest, area, OverlayNG.INTERSECTION)));
        }
      }
      inside.removeIf(Geometry::isEmpty);
      length += inside.isEmpty() ? 0 : surface.length(united(inside));
    }
    if (!rightLines.isEmpty() && left.getDimension() == 2) {
      Geometry rest = overlay(rightLines, leftLines, OverlayNG.DIFFERENCE);
      Geometry area = OverlapArea.polygonal(left);
      length += surface.length(lines(overlay(rest, area, OverlayNG.INTERSECTION)));
    }
    return length;
  }

  private static Geometry overlay(Geometry a, Geometry b, int operation) {
    return OverlayNGRobust.overlay(a, b, operation);
  }

  private static Geometry united(List<Geometry> lines) {
    return lines.size() == 1 ? lines.get(0) : OverlayNGRobust.union(lines);
  }

  /** The lines of a geometry, without the borders of its areas. */
  static Geometry lines(Geometry geometry) {
    return geometry instanceof Lineal ? geometry : LineStringExtracter.getGeometry(geometry);
  }
}
