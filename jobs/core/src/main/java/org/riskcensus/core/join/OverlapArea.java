package org.riskcensus.core.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The area that two geometries share: on a plane by {@link SharedAreas}, else, and where that does
 * not tell, by an overlay. A right geometry of many vertices is cut into tiles of few when it is
 * met first, so that a small left geometry pays only for the vertices around it; tiles share no
 * area, so that sums over them are exact but for rounding. Not thread-safe.
 */
final class OverlapArea {

  /** What an overlay changes below this share of an area is rounding. */
  static final double ROUNDING = 1e-12;

  private static final int MOST_VERTICES = 256;
  private static final int DEEPEST = 16;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Surface surface;
  private final List<? extends @Nullable Geometry> rights;
  private final @Nullable List<Geometry>[] tiles;
  private final SharedAreas shared;

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists has no other form
  OverlapArea(Surface surface, List<? extends @Nullable Geometry> rights, SharedAreas shared) {
    this.surface = surface;
    this.rights = rights;
    this.shared = shared;
    this.tiles = new List[rights.size()];
  }

  /** Area (m²) that a left geometry shares with the right one at a position; 0 without area. */
  double of(Geometry left, int position) {
    Geometry right = rights.get(position);
    if (right == null || left.getDimension() < 2 || right.getDimension() < 2) {
      return 0;
    }
    double found = surface instanceof PlaneSurface ? shared.find(left, position) : Double.NaN;
    if (!Double.isNaN(found)) {
      return found;
    }
    double sum = pieces(left, position).stream().mapToDouble(surface::area).sum();
    double whole = surface instanceof PlaneSurface ? left.getArea() : Double.NaN;
    return Math.abs(sum - whole) <= ROUNDING * whole ? whole : sum;
  }

  /** What both share, in pieces that share no area; none where one has no area. */
  List<Geometry> pieces(Geometry left, int position) {
    List<Geometry> pieces = new ArrayList<>();
    Geometry right = rights.get(position);
    if (right == null || left.getDimension() < 2 || right.getDimension() < 2) {
      return pieces;
    }
    Geometry area = polygonal(left);
    for (Geometry tile : tiles(position, right)) {
      if (tile.getEnvelopeInternal().intersects(area.getEnvelopeInternal())) {
        pieces.add(intersection(area, tile));
      }
    }
    return pieces;
  }

  /** The area of the right geometry at a position in tiles; none where it has no area. */
  List<Geometry> tiles(int position, Geometry right) {
    List<Geometry> cut = tiles[position];
    if (cut == null) {
      cut = new ArrayList<>();
      cut(polygonal(right), 0, cut);
      tiles[position] = cut;
    }
    return cut;
  }

  private static void cut(Geometry area, int depth, List<Geometry> tiles) {
    if (area.isEmpty() || area.getDimension() < 2) {
      return;
    }
    if (area.getNumPoints() <= MOST_VERTICES || depth == DEEPEST) {
      tiles.add(area);
      return;
    }
    Envelope all = area.getEnvelopeInternal();
    double x = all.centre().x;
    double y = all.centre().y;
    boolean wide = all.getWidth() > all.getHeight();
    Envelope first =
        wide
            ? new Envelope(all.getMinX(), x, all.getMinY(), all.getMaxY())
            : new Envelope(all.getMinX(), all.getMaxX(), all.getMinY(), y);
    Envelope second =
        wide
            ? new Envelope(x, all.getMaxX(), all.getMinY(), all.getMaxY())
            : new Envelope(all.getMinX(), all.getMaxX(), y, all.getMaxY());
    cut(polygonal(intersection(area, GEOMETRY.toGeometry(first))), depth + 1, tiles);
    cut(polygonal(intersection(area, GEOMETRY.toGeometry(second))), depth + 1, tiles);
  }

  private static Geometry intersection(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
  }

  /** The polygons of a geometry, united where it is a collection in which they may overlap. */
  static Geometry polygonal(Geometry geometry) {
    if (geometry instanceof Polygonal) {
      return geometry;
    }
    if (!(geometry instanceof GeometryCollection)) {
      return GEOMETRY.createPolygon();
    }
    List<Geometry> polygons = new ArrayList<>();
    for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
      polygons.add((Geometry) polygon);
    }
    return polygons.isEmpty() ? GEOMETRY.createPolygon() : OverlayNGRobust.union(polygons);
  }
}
