package org.riskcensus.formats.read;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Geometry of GeoParquet: well-known binary, or native structures of x and y in lists, one level of
 * lists for lines and several points, two for polygons and several lines, three for several
 * polygons.
 */
final class GeoParquetGeometry {

  private final WkbGeometry wkb = new WkbGeometry();
  private final FiledGeometry shapes = new FiledGeometry();

  /** Refuses a column whose structure is not that of its encoding. */
  static void check(SourceFile file, Type column, String encoding) throws UnreadableFileException {
    boolean fits =
        encoding.equals(GeoParquetMetadata.WKB)
            ? column.isPrimitive()
                && column.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
            : isNested(column, levels(encoding));
    if (!fits) {
      throw file.unreadable(
          "its geometry column " + column.getName() + " is not encoded as " + encoding,
          "write it again as GeoParquet 1.1");
    }
  }

  private static int levels(String encoding) {
    return switch (encoding) {
      case "point" -> 0;
      case "linestring", "multipoint" -> 1;
      case "polygon", "multilinestring" -> 2;
      default -> 3;
    };
  }

  /** Lists as {@code group (LIST) { repeated group list { element } }}, at the bottom x and y. */
  private static boolean isNested(Type type, int levels) {
    if (type.isPrimitive()) {
      return false;
    }
    if (levels == 0) {
      return isNumber(type, "x") && isNumber(type, "y");
    }
    Type list = type.asGroupType().getFieldCount() == 1 ? type.asGroupType().getType(0) : null;
    return list != null
        && list.isRepetition(Type.Repetition.REPEATED)
        && !list.isPrimitive()
        && list.asGroupType().getFieldCount() == 1
        && isNested(list.asGroupType().getType(0), levels - 1);
  }

  private static boolean isNumber(Type group, String name) {
    return group.asGroupType().containsField(name)
        && group.asGroupType().getType(name).isPrimitive()
        && group.asGroupType().getType(name).asPrimitiveType().getPrimitiveTypeName()
            == PrimitiveTypeName.DOUBLE;
  }

  /** The geometry of a row, null for none. */
  @Nullable Geometry read(Group row, GeoParquetMetadata geo) throws FiledGeometry.Unfit {
    if (row.getFieldRepetitionCount(geo.column()) == 0) {
      return null;
    }
    if (geo.encoding().equals(GeoParquetMetadata.WKB)) {
      return wkb.readWhole(row.getBinary(geo.column(), 0).toByteBuffer());
    }
    Group value = row.getGroup(geo.column(), 0);
    return switch (geo.encoding()) {
      case "point" -> point(value);
      case "linestring" -> shapes.line(positions(value));
      case "multipoint" -> shapes.points(positions(value));
      case "polygon" -> shapes.polygon(parts(value));
      case "multilinestring" -> shapes.lines(parts(value));
      default -> {
        List<List<Coordinate[]>> polygons = new ArrayList<>();
        for (Group polygon : elements(value)) {
          polygons.add(parts(polygon));
        }
        yield shapes.polygons(polygons);
      }
    };
  }

  private Geometry point(Group value) throws FiledGeometry.Unfit {
    Coordinate place = position(value);
    return Double.isNaN(place.x) && Double.isNaN(place.y) ? shapes.noPoint() : shapes.point(place);
  }

  private static List<Coordinate[]> parts(Group value) throws FiledGeometry.Unfit {
    List<Coordinate[]> parts = new ArrayList<>();
    for (Group part : elements(value)) {
      parts.add(positions(part));
    }
    return parts;
  }

  private static Coordinate[] positions(Group value) throws FiledGeometry.Unfit {
    List<Coordinate> positions = new ArrayList<>();
    for (Group element : elements(value)) {
      positions.add(position(element));
    }
    return positions.toArray(new Coordinate[0]);
  }

  private static List<Group> elements(Group list) throws FiledGeometry.Unfit {
    int count = list.getFieldRepetitionCount(0);
    List<Group> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Group item = list.getGroup(0, i);
      if (item.getFieldRepetitionCount(0) == 0) {
        throw new FiledGeometry.Unfit("a part of it is null");
      }
      elements.add(item.getGroup(0, 0));
    }
    return elements;
  }

  private static Coordinate position(Group value) throws FiledGeometry.Unfit {
    if (value.getFieldRepetitionCount("x") == 0 || value.getFieldRepetitionCount("y") == 0) {
      throw new FiledGeometry.Unfit("a position has no x or y");
    }
    return new Coordinate(value.getDouble("x", 0), value.getDouble("y", 0));
  }
}
