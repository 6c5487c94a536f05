package org.riskcensus.core.join;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.riskcensus.core.geometry.AreaEdges;

/**
 * Areas (in the square of the coordinates' unit) that left polygons share with those of the right
 * side, by {@link AreaEdges}: those of a right one are laid out when it is met first, those of a
 * left one kept while its partners are gone through. Not thread-safe.
 */
final class SharedAreas {

  private final List<? extends @Nullable Geometry> rights;
  private final @Nullable AreaEdges[] laidOut;
  private final @Nullable CellFilter filter;
  private @Nullable Geometry left;
  private @Nullable AreaEdges leftEdges;
  private int position;
  private double area;

  /**
   * The shared areas of one thread.
   *
   * @param filter spares what lies inside the sum over edges; null without
   */
  SharedAreas(List<? extends @Nullable Geometry> rights, @Nullable CellFilter filter) {
    this.rights = rights;
    this.filter = filter;
    this.laidOut = new @Nullable AreaEdges[rights.size()];
  }

  /**
   * The area that two polygons or multi-polygons share. NaN where another way must find it: it may
   * be none, there are too many edges, or one is neither.
   */
  @SuppressWarnings("ReferenceEquality") // one object all the time its partners are gone through
  double find(Geometry other, int at) {
    Geometry right = rights.get(at);
    if (!(other instanceof Polygonal) || !(right instanceof Polygonal)) {
      return Double.NaN;
    }
    if (filter != null && filter.isInside(other, at)) {
      return other.getArea();
    }
    AreaEdges mine = leftEdges;
    if (mine == null || left != other) {
      mine = AreaEdges.of(other);
      left = other;
      leftEdges = mine;
    } else if (position == at) {
      return area;
    }
    AreaEdges theirs = laidOut[at];
    if (theirs == null) {
      theirs = AreaEdges.of(right);
      laidOut[at] = theirs;
    }
    position = at;
    area = mine.shared(theirs);
    return area;
  }
}
