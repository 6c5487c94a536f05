package org.riskcensus.core.join;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Measures of what a left geometry has in common with one of the right side. The size of the left
 * one is kept while its partners are gone through, and that of a right one from when it is met
 * first. Not thread-safe.
 */
final class PairMeasures {

  private final Surface surface;
  private final List<? extends @Nullable Geometry> rights;
  private final OverlapArea areas;
  private final OverlapLength lengths;
  private final double[] rightSizes;
  private @Nullable Geometry sizedLeft;
  private double leftSize;

  PairMeasures(Surface surface, List<? extends @Nullable Geometry> rights, SharedAreas shared) {
    this.surface = surface;
    this.rights = rights;
    this.areas = new OverlapArea(surface, rights, shared);
    this.lengths = new OverlapLength(surface, areas, rights);
    this.rightSizes = new double[rights.size()];
    Arrays.fill(rightSizes, -1);
  }

  /** Values by the columns of the measures, in the order of those; NaN where one does not apply. */
  double[] of(Geometry left, int position, Set<Measure> wanted) {
    Geometry right = rights.get(position);
    if (right == null) {
      throw new IllegalArgumentException("no geometry at position " + position);
    }
    boolean shares = wanted.contains(Measure.SHARES);
    boolean byArea = shares && (left.getDimension() == 2 || right.getDimension() == 2);
    boolean byLength = shares && (left.getDimension() == 1 || right.getDimension() == 1);
    double area = byArea || wanted.contains(Measure.AREA) ? areas.of(left, position) : 0;
    double length = byLength || wanted.contains(Measure.LENGTH) ? lengths.of(left, position) : 0;
    double[] values = new double[wanted.stream().mapToInt(m -> m.columns().size()).sum()];
    int at = 0;
    for (Measure measure : Measure.values()) {
      if (wanted.contains(measure)) {
        switch (measure) {
          case AREA -> values[at++] = area;
          case LENGTH -> values[at++] = length;
          case SHARES -> {
            values[at++] = share(left, area, length, leftSize(left));
            values[at++] = share(right, area, length, rightSize(right, position));
          }
        }
      }
    }
    return values;
  }

  /** Rounding may take the shared part beyond the whole by its last digits. */
  private static double share(Geometry geometry, double area, double length, double size) {
    double shared = geometry.getDimension() == 2 ? area : length;
    return size > 0 ? Math.min(1, shared / size) : Double.NaN;
  }

  @SuppressWarnings("ReferenceEquality") // one object all the time its partners are gone through
  private double leftSize(Geometry left) {
    if (left != sizedLeft) {
      sizedLeft = left;
      leftSize = size(left);
    }
    return leftSize;
  }

  private double rightSize(Geometry right, int position) {
    if (rightSizes[position] < 0) {
      rightSizes[position] = size(right);
    }
    return rightSizes[position];
  }

  /** Area of what has one, length of lines, 0 of points. */
  private double size(Geometry geometry) {
    return switch (geometry.getDimension()) {
      case 2 -> surface.area(OverlapArea.polygonal(geometry));
      case 1 -> surface.length(OverlayNGRobust.union(OverlapLength.lines(geometry)));
      default -> 0;
    };
  }
}
