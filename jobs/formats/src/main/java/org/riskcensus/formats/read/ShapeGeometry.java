package org.riskcensus.formats.read;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The shape in one record, two-dimensional (heights and measures are left aside). Layout as in the
 * ESRI Shapefile Technical Description of 1998.
 */
final class ShapeGeometry {

  private static final int NULL = 0;

  private final FiledGeometry shapes = new FiledGeometry();
  private final ShapeRings rings = new ShapeRings(shapes);

  /** The shape; null for the null shape. */
  @Nullable Geometry read(ByteBuffer record) throws FiledGeometry.Unfit {
    int type = record.getInt();
    return switch (type) {
      case NULL -> null;
      case 1, 11, 21 -> point(record);
      case 3, 13, 23 -> lines(record);
      case 5, 15, 25 -> rings.polygons(parts(record));
      case 8, 18, 28 -> points(record);
      default -> throw new FiledGeometry.Unfit("there is no shape type " + type);
    };
  }

  private Geometry point(ByteBuffer record) throws FiledGeometry.Unfit {
    return shapes.point(vertices(record, 1)[0]);
  }

  private Geometry points(ByteBuffer record) throws FiledGeometry.Unfit {
    skipBox(record);
    return shapes.points(vertices(record, count(record, 16)));
  }

  private Geometry lines(ByteBuffer record) throws FiledGeometry.Unfit {
    List<Coordinate[]> parts = parts(record);
    return parts.size() == 1 ? shapes.line(parts.get(0)) : shapes.lines(parts);
  }

  private static List<Coordinate[]> parts(ByteBuffer record) throws FiledGeometry.Unfit {
    skipBox(record);
    int partCount = count(record, 4);
    int vertexCount = count(record, 16);
    if (record.remaining() < 4L * partCount) {
      throw new FiledGeometry.Unfit("its record is too short for " + partCount + " parts");
    }
    int[] starts = new int[partCount + 1];
    for (int i = 0; i < partCount; i++) {
      starts[i] = record.getInt();
    }
    starts[partCount] = vertexCount;
    Coordinate[] vertices = vertices(record, vertexCount);
    List<Coordinate[]> parts = new ArrayList<>(partCount);
    for (int i = 0; i < partCount; i++) {
      if (starts[i] < 0 || starts[i] > starts[i + 1] || starts[i + 1] > vertexCount) {
        throw new FiledGeometry.Unfit("part " + (i + 1) + " starts at vertex " + starts[i]);
      }
      parts.add(java.util.Arrays.copyOfRange(vertices, starts[i], starts[i + 1]));
    }
    return parts;
  }

  private static void skipBox(ByteBuffer record) throws FiledGeometry.Unfit {
    if (record.remaining() < 36) {
      throw new FiledGeometry.Unfit("its record is too short");
    }
    record.position(record.position() + 32);
  }

  /** A count, refused when the rest of the record cannot hold so many items of that size. */
  private static int count(ByteBuffer record, int itemSize) throws FiledGeometry.Unfit {
    int count = record.remaining() < 4 ? -1 : record.getInt();
    if (count < 0 || (long) count * itemSize > record.remaining()) {
      throw new FiledGeometry.Unfit(
          "its record claims " + count + " items and has " + record.remaining() + " bytes");
    }
    return count;
  }

  private static Coordinate[] vertices(ByteBuffer record, int count) throws FiledGeometry.Unfit {
    if (record.remaining() < 16L * count) {
      throw new FiledGeometry.Unfit("its record is too short for " + count + " vertices");
    }
    Coordinate[] vertices = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      vertices[i] = new Coordinate(record.getDouble(), record.getDouble());
    }
    return vertices;
  }
}
