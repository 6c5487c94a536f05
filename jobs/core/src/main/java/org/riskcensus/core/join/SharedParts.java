package org.riskcensus.core.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * The part of a right geometry that matters to a left one, for {@link ClassCover}. Not thread-safe.
 */
final class SharedParts {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final List<? extends @Nullable Geometry> rights;
  private final SharedAreas shared;
  private final OverlapArea areas;

  SharedParts(Surface surface, List<? extends @Nullable Geometry> rights, SharedAreas shared) {
    this.rights = rights;
    this.shared = shared;
    this.areas = new OverlapArea(surface, rights, shared);
  }

  /** See {@link JoinProbe#part}. */
  Geometry of(Geometry left, int position) {
    Geometry right = rights.get(position);
    List<Geometry> parts = new ArrayList<>();
    if (right == null || left.getDimension() == 0) {
      return GEOMETRY.createGeometryCollection();
    }
    if (isInside(left, right, position)) {
      return left;
    }
    if (left instanceof Polygonal) {
      areas.pieces(left, position).forEach(piece -> addPolygons(piece, parts));
    } else {
      areas.tiles(position, right).stream()
          .filter(tile -> tile.getEnvelopeInternal().intersects(left.getEnvelopeInternal()))
          .forEach(tile -> addPolygons(tile, parts));
    }
    for (Object line : LineStringExtracter.getLines(right)) {
      addNear((LineString) line, left.getEnvelopeInternal(), parts);
    }
    return GEOMETRY.createGeometryCollection(parts.toArray(Geometry[]::new));
  }

  private boolean isInside(Geometry left, Geometry right, int position) {
    return left instanceof Polygonal
        && right instanceof Polygonal
        && shared.find(left, position) >= left.getArea() * (1 - OverlapArea.ROUNDING);
  }

  private static void addPolygons(Geometry piece, List<Geometry> parts) {
    for (Object polygon : PolygonExtracter.getPolygons(piece)) {
      parts.add((Geometry) polygon);
    }
  }

  /** The runs of edges that may meet some bounds. Vertices stay: a cut one would be rounded. */
  private static void addNear(LineString line, Envelope bounds, List<Geometry> parts) {
    List<Coordinate> run = new ArrayList<>();
    Coordinate[] vertices = line.getCoordinates();
    for (int i = 1; i < vertices.length; i++) {
      boolean near = bounds.intersects(vertices[i - 1], vertices[i]);
      if (near && run.isEmpty()) {
        run.add(vertices[i - 1]);
      }
      if (near) {
        run.add(vertices[i]);
      }
      if (!run.isEmpty() && (!near || i == vertices.length - 1)) {
        parts.add(GEOMETRY.createLineString(run.toArray(Coordinate[]::new)));
        run.clear();
      }
    }
  }
}
