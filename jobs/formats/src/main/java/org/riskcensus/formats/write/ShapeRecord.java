package org.riskcensus.formats.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The content of a shapefile record (Esri white paper 1998, little-endian), by shape type. */
enum ShapeRecord {
  NULL(0),
  POINT(1),
  POLYLINE(3),
  POLYGON(5),
  MULTIPOINT(8);

  private static final int BOX = 4 * Double.BYTES;
  private static final int POSITION = 2 * Double.BYTES;

  private final int type;

  ShapeRecord(int type) {
    this.type = type;
  }

  int type() {
    return type;
  }

  /** The one shape type of a layer, or null when no shapefile holds such a layer. */
  static @Nullable ShapeRecord find(LayerShape shape) {
    return switch (shape) {
      case NONE -> NULL;
      case POINT -> POINT;
      case MULTIPOINT -> MULTIPOINT;
      case LINESTRING, MULTILINESTRING -> POLYLINE;
      case POLYGON, MULTIPOLYGON -> POLYGON;
      case GEOMETRY, GEOMETRYCOLLECTION -> null;
    };
  }

  byte[] encode(@Nullable Geometry geometry) {
    if (geometry == null || geometry.isEmpty() || this == NULL) {
      return new byte[Integer.BYTES] /* little-endian zero: the null shape */;
    }
    return switch (this) {
      case POINT -> point(geometry.getCoordinate());
      case MULTIPOINT -> multipoint(geometry);
      default -> parts(geometry);
    };
  }

  private byte[] point(Coordinate place) {
    return buffer(Integer.BYTES + POSITION)
        .putInt(type)
        .putDouble(place.x)
        .putDouble(place.y)
        .array();
  }

  private byte[] multipoint(Geometry geometry) {
    Coordinate[] positions = geometry.getCoordinates();
    ByteBuffer bytes = buffer(2 * Integer.BYTES + BOX + POSITION * positions.length);
    box(bytes.putInt(type), geometry).putInt(positions.length);
    return positions(bytes, positions).array();
  }

  private byte[] parts(Geometry geometry) {
    List<Coordinate[]> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        parts.addAll(Rings.of(polygon, Rings.Outer.CLOCKWISE));
      } else {
        parts.add(part.getCoordinates());
      }
    }
    int count = parts.stream().mapToInt(part -> part.length).sum();
    int size = Integer.BYTES * (3 + parts.size()) + BOX + POSITION * count;
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    box(bytes.putInt(type), geometry).putInt(parts.size()).putInt(count);
    int start = 0;
    for (Coordinate[] part : parts) {
      bytes.putInt(start);
      start += part.length;
    }
    parts.forEach(part -> positions(bytes, part));
    return bytes.array();
  }

  private static ByteBuffer box(ByteBuffer bytes, Geometry geometry) {
    Envelope box = geometry.getEnvelopeInternal();
    return bytes
        .putDouble(box.getMinX())
        .putDouble(box.getMinY())
        .putDouble(box.getMaxX())
        .putDouble(box.getMaxY());
  }

  private static ByteBuffer positions(ByteBuffer bytes, Coordinate[] positions) {
    for (Coordinate position : positions) {
      bytes.putDouble(position.x).putDouble(position.y);
    }
    return bytes;
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
