package org.riskcensus.core.join;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Gives a point to exactly one of the areas of a tiling coverage (管辖单元), borders and corners too.
 *
 * <p>A point inside an area is that area's. One on borders is the area's that lies just to its
 * east, seen while one turns from east to north: so borders to the west and south belong to an area
 * and those to the east and north to its neighbour, as with cells of a grid; on the outer border,
 * where that neighbour is missing, turning on finds the area that is there. Only where areas
 * overlap can more than one claim a point; then the first by its coordinates has it. The order of
 * the areas plays no part, and nothing is computed but signs that are exact. Not thread-safe.
 */
final class CoverageLocator {

  private final AreaIndex index;
  private final List<? extends @Nullable Geometry> areas;
  private final Hits claims = new Hits();

  CoverageLocator(AreaIndex index, List<? extends @Nullable Geometry> areas) {
    this.index = index;
    this.areas = areas;
  }

  /** The position of the area that has the point; -1 for none. */
  int find(double x, double y) {
    claims.clear();
    index.find(x, y, true, false, claims);
    if (claims.size() > 0) {
      return firstInside();
    }
    index.find(x, y, false, true, claims);
    return claims.size() < 2 ? (claims.size() == 0 ? -1 : claims.get(0)) : firstByTurning(x, y);
  }

  private int firstInside() {
    int best = claims.get(0);
    for (int i = 1; i < claims.size(); i++) {
      best = firstByCoordinates(best, claims.get(i));
    }
    return best;
  }

  private int firstByTurning(double x, double y) {
    Coordinate place = new Coordinate(x, y);
    int best = -1;
    BorderSector sector = null;
    for (int i = 0; i < claims.size(); i++) {
      int position = claims.get(i);
      BorderSector met = BorderSector.of(place, area(position));
      int order = sector == null ? -1 : met.compareTo(sector);
      if (order < 0) {
        best = position;
        sector = met;
      } else if (order == 0) {
        best = firstByCoordinates(best, position);
      }
    }
    return best;
  }

  private int firstByCoordinates(int a, int b) {
    int order = area(a).compareTo(area(b));
    return order == 0 ? Math.min(a, b) : order < 0 ? a : b;
  }

  private Geometry area(int position) {
    Geometry area = areas.get(position);
    if (area == null) {
      throw new IllegalStateException("no area at position " + position);
    }
    return area;
  }
}
