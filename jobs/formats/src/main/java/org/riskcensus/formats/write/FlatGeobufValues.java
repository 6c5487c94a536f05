package org.riskcensus.formats.write;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wololo.flatgeobuf.generated.GeometryType;

/** The property bytes of a FlatGeobuf feature: column number, then value, little-endian. */
final class FlatGeobufValues {

  private FlatGeobufValues() {}

  static byte[] properties(List<@Nullable Object> values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int column = 0; column < values.size(); column++) {
      Object value = values.get(column);
      if (value != null) {
        out.writeBytes(buffer(Short.BYTES).putShort((short) column).array());
        out.writeBytes(bytes(value));
      }
    }
    return out.toByteArray();
  }

  private static byte[] bytes(Object value) {
    if (value instanceof Integer number) {
      return buffer(Integer.BYTES).putInt(number).array();
    }
    if (value instanceof Long number) {
      return buffer(Long.BYTES).putLong(number).array();
    }
    if (value instanceof Double number) {
      return buffer(Double.BYTES).putDouble(number).array();
    }
    if (value instanceof Boolean truth) {
      return new byte[] {(byte) (truth ? 1 : 0)};
    }
    byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
    return buffer(Integer.BYTES + text.length).putInt(text.length).put(text).array();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte geometryType(LayerShape shape) {
    return switch (shape) {
      case NONE, GEOMETRY -> GeometryType.Unknown;
      case POINT -> GeometryType.Point;
      case LINESTRING -> GeometryType.LineString;
      case POLYGON -> GeometryType.Polygon;
      case MULTIPOINT -> GeometryType.MultiPoint;
      case MULTILINESTRING -> GeometryType.MultiLineString;
      case MULTIPOLYGON -> GeometryType.MultiPolygon;
      case GEOMETRYCOLLECTION -> GeometryType.GeometryCollection;
    };
  }
}
