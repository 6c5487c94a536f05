package org.riskcensus.formats.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometry in well-known binary, ISO or extended, plain or in the envelope of a GeoPackage;
 * two-dimensional, heights and measures are left aside.
 *
 * <p>Written here because the reader of JTS closes open rings without a word.
 */
final class WkbGeometry {

  private static final int DEEPEST = 32;
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

  private final FiledGeometry shapes = new FiledGeometry();

  /** A GeoPackage geometry; null when it says it is empty and holds nothing. */
  @Nullable Geometry readGeoPackage(byte[] blob) throws FiledGeometry.Unfit {
    if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
      throw new FiledGeometry.Unfit("the value does not start as a GeoPackage geometry");
    }
    int flags = blob[3];
    int envelope = (flags >> 1) & 7;
    if (envelope >= ENVELOPE_BYTES.length || (flags & 0x20) != 0) {
      throw new FiledGeometry.Unfit("it is of an extended kind that is not read");
    }
    int start = 8 + ENVELOPE_BYTES[envelope];
    if (start > blob.length) {
      throw new FiledGeometry.Unfit("it is cut off");
    }
    return read(ByteBuffer.wrap(blob, start, blob.length - start).slice());
  }

  /** Well-known binary as ISO defines it and nothing after it, as GeoParquet wants it. */
  Geometry readWhole(ByteBuffer wkb) throws FiledGeometry.Unfit {
    ByteBuffer value = wkb.slice();
    if (value.remaining() < 5 || value.get(0) < 0 || value.get(0) > 1) {
      throw new FiledGeometry.Unfit("the well-known binary is cut off, or its byte order is none");
    }
    boolean big = value.get(0) == 0;
    if ((value.get(big ? 1 : 4) & 0x20) != 0) {
      throw new FiledGeometry.Unfit("the well-known binary has an SRID prefix (EWKB)");
    }
    Geometry geometry = read(value);
    if (value.hasRemaining()) {
      throw new FiledGeometry.Unfit(
          "the well-known binary says it is a "
              + geometry.getGeometryType()
              + " but "
              + value.remaining()
              + " bytes follow, so its type is wrong");
    }
    return geometry;
  }

  Geometry read(ByteBuffer wkb) throws FiledGeometry.Unfit {
    try {
      return geometry(wkb, 0);
    } catch (BufferUnderflowException e) {
      throw new FiledGeometry.Unfit("it is cut off (truncated)");
    }
  }

  private Geometry geometry(ByteBuffer wkb, int depth) throws FiledGeometry.Unfit {
    if (depth > DEEPEST) {
      throw new FiledGeometry.Unfit("collections are nested more than " + DEEPEST + " deep");
    }
    wkb.order(wkb.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = wkb.getInt();
    if ((code & 0x20000000) != 0) {
      wkb.getInt();
    }
    int iso = (code & 0x0FFFFFFF) / 1000;
    int size = 2 + (iso == 3 ? 2 : iso > 0 ? 1 : 0) + Integer.bitCount(code >>> 30);
    return switch ((code & 0x0FFFFFFF) % 1000) {
      case 1 -> point(wkb, size);
      case 2 -> shapes.line(vertices(wkb, size));
      case 3 -> shapes.polygon(rings(wkb, size));
      case 4 -> points(members(wkb, depth));
      case 5 -> multiLine(members(wkb, depth));
      case 6 -> multiPolygon(members(wkb, depth));
      case 7 -> shapes.collection(members(wkb, depth));
      default -> throw new FiledGeometry.Unfit("geometry type " + code + " is not read");
    };
  }

  private Geometry point(ByteBuffer wkb, int size) throws FiledGeometry.Unfit {
    Coordinate position = vertex(wkb, size);
    boolean none = Double.isNaN(position.x) && Double.isNaN(position.y);
    return none ? shapes.noPoint() : shapes.point(position);
  }

  private Geometry points(List<Geometry> members) throws FiledGeometry.Unfit {
    List<Coordinate> positions = new ArrayList<>();
    for (Geometry member : members) {
      if (!member.isEmpty()) {
        positions.add(member.getCoordinate());
      }
    }
    return shapes.points(positions.toArray(new Coordinate[0]));
  }

  private Geometry multiLine(List<Geometry> members) throws FiledGeometry.Unfit {
    return shapes.lines(members.stream().map(Geometry::getCoordinates).toList());
  }

  private Geometry multiPolygon(List<Geometry> members) throws FiledGeometry.Unfit {
    List<Polygon> polygons = new ArrayList<>();
    for (Geometry member : members) {
      if (!(member instanceof Polygon polygon)) {
        throw new FiledGeometry.Unfit("a member of its polygons is a " + member.getGeometryType());
      }
      polygons.add(polygon);
    }
    return shapes.multiPolygon(polygons);
  }

  private List<Geometry> members(ByteBuffer wkb, int depth) throws FiledGeometry.Unfit {
    ByteOrder order = wkb.order();
    int count = count(wkb, 5);
    List<Geometry> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(geometry(wkb, depth + 1));
    }
    wkb.order(order);
    return members;
  }

  private static List<Coordinate[]> rings(ByteBuffer wkb, int size) throws FiledGeometry.Unfit {
    int count = count(wkb, 4);
    List<Coordinate[]> rings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rings.add(vertices(wkb, size));
    }
    return rings;
  }

  private static Coordinate[] vertices(ByteBuffer wkb, int size) throws FiledGeometry.Unfit {
    Coordinate[] vertices = new Coordinate[count(wkb, 8 * size)];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = vertex(wkb, size);
    }
    return vertices;
  }

  private static Coordinate vertex(ByteBuffer wkb, int size) {
    Coordinate vertex = new Coordinate(wkb.getDouble(), wkb.getDouble());
    for (int i = 2; i < size; i++) {
      wkb.getDouble();
    }
    return vertex;
  }

  /** A count, refused when the rest of the value cannot hold so many items of that size. */
  private static int count(ByteBuffer wkb, int itemSize) throws FiledGeometry.Unfit {
    int count = wkb.getInt();
    if (count < 0 || (long) count * itemSize > wkb.remaining()) {
      throw new FiledGeometry.Unfit("it claims " + (count & 0xFFFFFFFFL) + " items and is cut off");
    }
    return count;
  }
}
